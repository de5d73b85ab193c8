package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTests {
  /// The place, the carer's if it is elsewhere, and the postcode; `-` stands for nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          basinstoke | Basingstoke | - | -
          im in petersfeild | Petersfield | - | -
          farnbrough | Farnborough | - | -
          near Alton | Alton | - | -
          eastleagh | Eastleigh | - | -
          s o twenty three | SO23 | - | -
          g u thirty four one a b | GU34 | - | GU34 1AB
          my postcode is s o two three eight u j | SO23 | - | SO23 8UJ
          p o one two | PO12 | - | -
          rg twenty one four a b | RG21 | - | RG21 4AB
          SO 23 8 UJ | SO23 | - | SO23 8UJ
          so238uj | SO23 | - | SO23 8UJ
          S.O.23 | SO23 | - | -
          im in S.O.23 8UJ thanks | SO23 | - | SO23 8UJ
          S023 8UJ | SO23 | - | SO23 8UJ
          im in gu 34 | GU34 | - | -
          i live in so 23 | SO23 | - | -
          there are so 23 of us | - | - | -
          we live in po1 2 of us | PO1 | - | -
          i live in Alton, GU34 1AB | Alton | - | GU34 1AB
          I'm in Fareham, mum's in Alton | Alton | Fareham | -
          mum lives in Hook but im over in Fleet | Hook | Fleet | -
          Fareham and mums in Portchester | Portchester | - | -
          im in Fareham, mums in Portchester | Portchester | Fareham | -
          i live at LS6 2AB but mum is in PO12 3BX | PO12 | LS6 | PO12 3BX
          i'm in southampton looking after dad in romsey | Romsey | Southampton | -
          she lives in Hedge End and im 20 miles away in Ringwood | Hedge End | Ringwood | -
          i live in eastleigh with my mum | Eastleigh | - | -
          my mum moved in with us in totton | Totton | - | -
          weve lived in Alton for years | Alton | - | -
          RG6 | RG6 | - | -
          mum is in SW1A | SW1A | - | -
          stuck near M3 | - | - | -
          low in B12 | - | - | -
          we moved from Hampshire to Reading last month | Reading | - | -
          i moved on to reading glasses after a while | - | - | -
          she has a memory clinic appointment in Southampton | Southampton | - | -
          im a teenager in SO18 | SO18 | - | -
          mum is at Winchester hospital | - | - | -
          mum in hospital in winchester | - | - | -
          dad was taken to southampton by ambulance | - | - | -
          we moved from Poole last year | - | - | -
          we used to live in Gosport | - | - | -
          no longer living in Alton, now in Bordon | Bordon | - | -
          my sister lives in Poole and cant help with mum | - | - | -
          Mrs Winchester wont help | - | - | -
          my name is John Winchester | - | - | -
          Alton my son is autistic | - | - | -
          my son Alton has autism | - | - | -
          alton my mum has dementia | Alton | - | -
          can you hook me up with a carers group | - | - | -
          """)
  void placesAreRead(String message, String place, String carers, String postcode) {
    Slots slots = SlotReading.slots(message);

    assertThat(slots.place().map(Place::name).orElse("-")).isEqualTo(place);
    assertThat(slots.carersPlace().map(Place::name).orElse("-")).isEqualTo(carers);
    assertThat(slots.postcode().orElse("-")).isEqualTo(postcode);
  }
}
