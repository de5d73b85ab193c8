package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.carersignpost.knowledge.files.PhoneNumbers.Kind;
import org.carersignpost.knowledge.files.PhoneNumbers.UkNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {

  @ParameterizedTest
  @CsvSource({
    "+443005551386, 0300 555 1386, UK_WIDE",
    "+442380582387, 023 8058 2387, LANDLINE",
    "+441962868545, 01962 868545, LANDLINE",
    "+448001111, 0800 1111, FREEPHONE",
    "+448088081677, 0808 808 1677, FREEPHONE",
    "+447860052906, 07860 052906, MOBILE",
    "+448456000000, 0845 600 0000, CHARGED",
    "+448712345678, 0871 234 5678, CHARGED",
    "+449012345678, 0901 234 5678, CHARGED",
    "+447012345678, 070 1234 5678, CHARGED",
  })
  void longNumbersAreReadAsPeopleWriteThem(String dialled, String reading, Kind kind) {
    assertThat(PhoneNumbers.parse(dialled)).contains(new UkNumber(dialled, reading, kind, false));
    assertThat(PhoneNumbers.parse(reading)).contains(new UkNumber(dialled, reading, kind, false));
  }

  @ParameterizedTest
  @CsvSource({
    "999, 999, SHORT",
    "112, 112, SHORT",
    "101, 101, SHORT",
    "105, 105, SHORT",
    "111, 111, SHORT",
    "116123, 116 123, SHORT",
    "18001, 18001, SHORT",
    "85258, 85258, SHORT",
    "88247, 88247, SHORT",
    "82111, 82111, SHORT",
    "118500, 118 500, CHARGED",
  })
  void shortNumbersStayAsDialled(String dialled, String reading, Kind kind) {
    assertThat(PhoneNumbers.parse(dialled)).contains(new UkNumber(dialled, reading, kind, false));
    assertThat(PhoneNumbers.parse(reading)).contains(new UkNumber(dialled, reading, kind, false));
  }

  @ParameterizedTest
  @CsvSource({
    "07700 900123, MOBILE",
    "01632 960123, LANDLINE",
    "020 7946 0123, LANDLINE",
    "0117 496 0123, LANDLINE",
    "0808 157 0123, FREEPHONE",
    "0306 999 0123, UK_WIDE",
  })
  void numbersForDramaAreFictional(String reading, Kind kind) {
    UkNumber number = PhoneNumbers.parse(reading).orElseThrow();
    assertThat(number.fictional()).isTrue();
    assertThat(number.kind()).isEqualTo(kind);
    assertThat(number.reading()).isEqualTo(reading);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "12345",
        "0300 555 138",
        "+44300555138",
        "0300 555 13866",
        "+33123456789",
        "+15005550006",
        "0300 555 1386 ext 2",
        "tel:999",
        "01632 96012",
        "+4403005551386",
        "07700 90012",
        "٠٣٠٠٥٥٥١٣٨٦"
      })
  void whatCannotBeDialledIsNoNumber(String written) {
    assertThat(PhoneNumbers.parse(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0845 600 0000, true",
    "118 500, true",
    "0300 555 1386, false",
    "0800 1111, false",
    "07860 052906, false",
    "116 123, false",
  })
  void onlyDearNumbersAreCharged(String written, boolean charged) {
    assertThat(PhoneNumbers.parse(written).orElseThrow().isCharged()).isEqualTo(charged);
  }
}
