package org.carersignpost.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What carers say, over the real knowledge base. The right services were judged by their records.
class CarersNeedsTests {
  /// Written as in [CarersNeed#read].
  private static final String NEEDS =
      """
      10 | East Hampshire | rel=mother cond=dementia | dementia | dementia-uk alzheimers-society | mum has dementia and keeps getting lost, who can i talk to
      21 | East Hampshire | rel=mother cond=dementia | dementia | dementia-uk alzheimers-society | mum has dementia and keeps getting lost, who can i talk to
      10 | Southampton | young rel=mother | young-carers | southampton-young-carers | im 12 and i look after my mum
      22 | Winchester | young rel=mother | young-carers carer-wellbeing=0.4 | childline | im 13 mums ill and theres nobody i can talk to
      10 | Test Valley | young rel=brother | young-carers | hcc-young-carers andover-young-carers childline | i help with my brother all the time is there a club
      10 | Portsmouth | young | young-carers | portsmouth-young-carers childline | im 15 and a young carer
      10 | | | money-benefits | citizens-advice-adviceline carers-uk-helpline | what benefits can we get
      10 | Fareham | | money-benefits | citizens-advice-fareham citizens-advice-adviceline carers-uk-helpline | what benefits can we get
      10 | | | money-benefits | carers-allowance-unit | i want to claim carers allowance
      10 | Hart | rel=mother cond=frailty | money-benefits older-people=0.3 | attendance-allowance-helpline | mum is 86, someone said attendance allowence
      10 | | rel=husband | money-benefits | pip-new-claims | husband cant work with his back, how does he claim pip
      10 | Gosport | | money-benefits | stepchange citizens-advice-adviceline | im drowning in debt and the bailiffs are coming
      10 | | | breaks-respite | hcc-take-a-break hcc-carers-assessment hcc-adults-health-and-care | i need a break
      10 | Winchester | rel=husband cond=stroke | breaks-respite neurological=0.4 | hcc-take-a-break hcc-carers-assessment hcc-adults-health-and-care | someone to sit with my husband for a few hours, he had a stroke
      10 | Portsmouth | rel=husband | breaks-respite | portsmouth-carers-service | i need a break from looking after my husband
      10 | !Salisbury | | breaks-respite | carers-uk-helpline | i need a break
      23 | Winchester | | crisis carer-wellbeing=0.5 | samaritans shout nhs-111-mental-health hcc-out-of-hours | i cant go on any more
      23 | Havant | rel=son cond=psychosis | crisis mental-health=0.6 | nhs-111-mental-health samaritans shout | my son is hearing voices and its getting worse tonight
      10 | New Forest | rel=husband cond=parkinsons | neurological | parkinsons-uk | husband just told he has parkinsons
      10 | | rel=wife cond=ms | neurological | ms-society | my wife has ms
      10 | Rushmoor | rel=father cond=stroke | neurological | stroke-association | dad had a stroke and cant speak
      10 | | rel=partner cond=mnd | neurological end-of-life-bereavement=0.3 | mnd-connect | my partner has motor nuerone disease
      10 | Basingstoke and Deane | rel=brother cond=brain-injury | neurological | headway | brother has a brain injury from a crash
      10 | Test Valley | rel=father | employment | acas carers-uk-helpline | my boss wont give me time off to take dad to hospital
      10 | Gosport | rel=father | legal-planning | office-of-public-guardian | power of attourney for dad
      10 | Hampshire | | transport | hcc-blue-badge | how do we get a blue badge
      10 | Eastleigh | rel=mother | transport | hcc-passenger-transport | mum cant get to her appointments theres no bus
      10 | Winchester | rel=wife cond=cancer | end-of-life-bereavement | mountbatten-hampshire macmillan marie-curie | my wife is dying of cancer and wants to be at home
      10 | Portsmouth | rel=mother | end-of-life-bereavement | cruse rowans-hospice | mum died last month and i cant stop crying
      10 | Fareham | rel=mother | care-needs-assessment | hcc-adults-health-and-care | mum cant manage at home any more, how do we get carers in
      10 | Portsmouth | rel=mother | care-needs-assessment | portsmouth-adult-social-care | mum cant manage at home any more, how do we get carers in
      10 | Isle of Wight | rel=mother | care-needs-assessment | iow-adult-social-care | mum cant manage at home any more, how do we get carers in
      10 | Southampton | rel=mother | care-needs-assessment | southampton-adult-social-care | mum cant manage at home any more, how do we get carers in
      10 | Winchester | | carers-assessment | hcc-carers-assessment | i was told to ask for a carers assesment
      10 | Southampton | | carers-assessment | carers-in-southampton | i was told to ask for a carers assesment
      10 | Winchester | rel=father | telecare older-people=0.4 | hcc-technology-enabled-care | dad keeps falling, i want one of those pendant alarms
      10 | Hart | rel=mother | equipment-adaptations | hcc-adults-health-and-care hcc-technology-enabled-care | grab rails for mums bathroom
      10 | Havant | rel=son cond=autism | parent-carers learning-disability-autism=0.6 | hcc-childrens-services contact-families mencap | my little boy is autistic and we get no help
      10 | Portsmouth | rel=daughter | parent-carers | portsmouth-sendiass contact-families youngminds-parents | school wont do an ehcp for my daughter
      10 | Eastleigh | rel=brother cond=learning-disability | learning-disability-autism | mencap | brother has a learning disability and lives with me
      10 | East Hampshire | rel=husband cond=addiction | substance-misuse | al-anon frank | my husband drinks every night, what can i do
      10 | New Forest | rel=husband | armed-forces mental-health=0.5 | combat-stress ssafa | husband came back from afghanistan and hes not the same
      10 | Gosport | | armed-forces | ssafa royal-british-legion | he was in the navy, do we get any help as a veterans family
      10 | Winchester | rel=mother cond=sight-loss | sensory-loss | open-sight rnib | mum is going blind
      10 | Rushmoor | rel=father cond=hearing-loss | sensory-loss | rnid | dad is deaf now and wont wear his aids
      22 | Basingstoke and Deane | rel=partner | domestic-abuse | national-domestic-abuse-helpline hampshire-domestic-abuse | he hits me and i look after him
      10 | Fareham | rel=neighbour | safeguarding | hampshire-adult-safeguarding hcc-adults-health-and-care | i think my neighbours carer is stealing from her
      22 | Fareham | rel=neighbour | safeguarding | hampshire-adult-safeguarding hcc-out-of-hours hcc-adults-health-and-care hourglass | i think my neighbour is being hurt by her son
      10 | Winchester | rel=mother | hospital-discharge | hcc-adults-health-and-care uhs-carers | mum is coming home from hospital friday and nothing is sorted
      10 | Winchester | | complaints-voice | lgsco | i complained to the council about the carers and they ignored me
      10 | Test Valley | | counselling | nhs-talking-therapies-hampshire | i think i need counselling
      10 | Portsmouth | | counselling carer-wellbeing=0.4 | portsmouth-mental-health-hub | i feel so low, could i see a counsellor
      10 | Winchester | | emergency-planning | carers-emergency-plan-hampshire hcc-adults-health-and-care | what happens to him if im rushed into hospital
      10 | Havant | | food-fuel money-benefits=0.4 | help-through-hardship citizens-advice-havant citizens-advice-adviceline | we have no food and no money til friday
      10 | Eastleigh | rel=mother | food-fuel | hcc-meals-on-wheels | hot meals delivered for mum
      21 | | | food-fuel | power-cut-105 | the electric has gone off and hes on oxygen
      10 | Hart | | housing | shelter citizens-advice-hart | landlord is throwing us out next week
      10 | | rel=father | social-activities older-people=0.4 | silver-line age-uk-advice | dad is so lonely since mum went
      10 | Winchester | | general-carer-support | carers-uk-helpline hampshire-carer-support-service hcc-adults-health-and-care | i look after my nan and dont know where to start
      10 | East Hampshire | | | stroke-association | stroke association number
      10 | Winchester | cond=dementia | | dementia-uk alzheimers-society | admiral nurse
      """;

  private static final double LEAST_SUCCESS = 0.92;
  private static final double LEAST_RECALL = 0.85;

  private static LuceneDirectory directory;

  @BeforeAll
  static void readKnowledge() {
    directory =
        new LuceneDirectory(
            KnowledgeBase.read(Path.of("knowledge-base")), Set.of(), Meanings::directionOf);
  }

  @Test
  void theRightServiceIsFirst() {
    List<CarersNeed> needs = NEEDS.lines().map(CarersNeed::read).toList();
    List<String> missed = new ArrayList<>();
    double recall = 0;
    for (CarersNeed asked : needs) {
      List<String> found =
          directory.find(asked.need()).services().stream().map(Signpost::id).limit(3).toList();
      if (found.isEmpty() || !asked.right().contains(found.getFirst())) {
        missed.add(asked.line() + " -> " + found);
      }
      double inThree = found.stream().filter(asked.right()::contains).count();
      recall += inThree / Math.min(3, asked.right().size());
    }
    double success = 1 - (double) missed.size() / needs.size();
    System.out.printf(
        "%d needs: success@1 %.3f, recall@3 %.3f%n", needs.size(), success, recall / needs.size());
    missed.forEach(System.out::println);
    assertThat(success).as(String.join("\n", missed)).isGreaterThanOrEqualTo(LEAST_SUCCESS);
    assertThat(recall / needs.size()).isGreaterThanOrEqualTo(LEAST_RECALL);
  }

  @Test
  void everyServiceNamedIsInTheKnowledgeBase() {
    List<String> unknown =
        NEEDS
            .lines()
            .map(CarersNeed::read)
            .flatMap(asked -> asked.right().stream())
            .filter(id -> directory.signpost(id, CarersNeed.tuesday(10)).isEmpty())
            .toList();
    assertThat(unknown).isEmpty();
  }
}
