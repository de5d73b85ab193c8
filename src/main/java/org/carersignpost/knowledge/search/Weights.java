package org.carersignpost.knowledge.search;

/// Every number that decides what a carer is shown first, with its reason.
///
/// A score is relevance (words, guide, topics, situation, meaning: added) times what speaks for or
/// against a service besides (opening, assurance, audience, place, distance: factors around 1).
final class Weights {
  private Weights() {}

  // ---- Fields of a service: where a word stands says how much it means.

  /// Keywords are written by editors as carers speak.
  static final float KEYWORDS = 2.5f;

  /// Whole messages have many words besides those that matter.
  static final float QUESTIONS = 1.0f;

  /// A carer who names the service wants that service.
  static final float NAME = 2.0f;

  /// The offer says in one line what it is for.
  static final float OFFER = 1.6f;

  static final float DESCRIPTION = 1.0f;
  static final float ELIGIBILITY = 0.8f;

  /// The topics count by themselves; their names only help where the classifier was unsure.
  static final float TOPIC_NAMES = 0.6f;

  /// Councils run many services, so their name says little.
  static final float ORGANISATION = 0.4f;

  /// How soon more of the same word stops helping.
  static final float BM25_K1 = 1.0f;

  /// Length matters less than Lucene's 0.75: a record is long because an editor took care.
  static final float BM25_B = 0.4f;

  /// How much a word says that so many of all texts have, as Lucene's BM25 weighs it.
  static double idf(int all, int having) {
    return Math.log(1 + (all - having + 0.5) / (having + 0.5));
  }

  // ---- Words of the carer.

  /// `mum` and `husband` are in most messages and tell services apart badly.
  static final float FAMILY_WORD = 0.25f;

  /// A word nobody has used in the knowledge base: it may matter, and it may be a name.
  static final float UNKNOWN_WORD_IDF = 4.5f;

  /// Below this a best match is feeble, and is not blown up to a full one.
  static final float LEAST_BEST_TEXT = 18f;

  // ---- The first rough choice, in which nothing right may be lost.

  /// Of a point of BM25, against 1 for a topic that is certain.
  static final float LIKELY_BY_TEXT = 0.04f;

  // ---- Relevance.

  static final double TEXT = 0.8;

  /// Guides hold the words of many carers and name the services for them, so they lead from words
  /// to services.
  static final double GUIDED = 0.5;

  /// A guide's services are in order: each is worth this part of the one before it.
  static final double GUIDED_NEXT = 0.9;

  /// A record that is about the same in other words.
  static final double MEANING = 0.3;

  /// Texts of any kind are this near to each other.
  static final double LEAST_MEANING = 0.35;

  /// Below this a question of a guide is like the words by chance.
  static final double LEAST_GUIDED = 0.35;

  /// The classifier has read more messages than any record has keywords.
  static final double TOPIC = 1.0;

  /// A record's first topics are its main ones: weight by their order, the last for all that
  /// follow.
  static final double[] TOPIC_ORDER = {1.0, 0.85, 0.7, 0.6, 0.5, 0.45};

  /// A council's line is a right door for what the guides send people to it for, also where its
  /// record does not say so.
  static final double WAY_IN = 0.65;

  /// A service for several of the needs gains, but not as much as by being right for the first.
  static final double FURTHER_TOPIC = 0.45;

  /// Of a condition's topic when the classifier named no topic at all; it names what is the matter,
  /// not what is wanted.
  static final double TOPIC_OF_CONDITION_ALONE = 0.7;

  /// The same beside other topics.
  static final double TOPIC_OF_CONDITION = 0.2;

  /// Carers' own services are never quite wrong, so that something is found where nothing special
  /// is.
  static final double GENERAL_SUPPORT = 0.3;

  /// Words alone, against topics the classifier is sure of, are mostly chance (`power` of attorney,
  /// `power` cut).
  static final double OFF_TOPIC = 0.45;

  /// From this probability of its likeliest topic the classifier counts as sure.
  static final double SURE = 0.6;

  /// Somebody who knows the illness.
  static final double CONDITION = 0.55;

  /// How much of [#CONDITION] a mention is worth: in the name, in the keywords or the offer,
  /// elsewhere.
  static final double CONDITION_IN_NAME = 1.0;

  static final double CONDITION_IN_KEYWORDS = 0.7;
  static final double CONDITION_IN_TEXT = 0.3;

  /// The MS Society cannot help with Parkinson's, though both are neurological.
  static final double OTHER_CONDITION = 0.15;

  /// A helpline for one illness or one kind of person, when nothing says that it is theirs: by its
  /// main topic.
  static final double UNASKED_SPECIALIST = 0.35;

  /// The same by its second topic: it is more special than what was asked for.
  static final double UNASKED_SECOND = 0.87;

  /// Less relevance than this is chance.
  static final double LEAST_RELEVANCE = 0.22;

  /// Less than this part of the best score is not worth a tired reader's time.
  static final double LEAST_PART_OF_BEST = 0.2;

  // ---- Place.

  /// The place is asked for when it would change one of the first two, unless the second is much
  /// weaker than the first.
  static final double WORTH_ASKING = 0.4;

  /// Any service of the area before one of the nation, when they fit alike.
  static final double REGIONAL = 1.06;

  /// And the more local the better: this, times the part of the area it does not cover.
  static final double LOCAL = 0.14;

  static final double NATIONAL = 1.0;

  /// A site round the corner, before one at the other end of the area.
  static final double NEAR = 0.06;

  /// How far away a site is that is worth about a third of that.
  static final double NEAR_KILOMETRES = 8;

  /// A place whose council is not clear, and a service that covers only some of the candidates: the
  /// part counts.
  static final double PART_OF_AMBIGUOUS = 0.7;

  /// No place: a service for one district would be wrong for most. Between this and 1, by the part
  /// covered.
  static final double PART_OF_UNKNOWN = 0.4;

  // ---- Opening.

  static final double OPEN = 1.08;
  static final double CLOSED = 0.92;

  /// In a crisis the open line is the right line.
  static final double OPEN_IN_CRISIS = 1.25;

  static final double CLOSED_IN_CRISIS = 0.55;
  static final double UNKNOWN_IN_CRISIS = 0.85;

  // ---- Assurance.

  static final double MEDIUM_CONFIDENCE = 0.98;
  static final double LOW_CONFIDENCE = 0.8;

  /// Older than three months.
  static final double AGEING = 0.985;

  /// Older than a year, or of no known date. Little, because most facts of a county are, and a
  /// right door of last year is better than a wrong one of today.
  static final double UNASSURED = 0.97;

  /// A page to read is no help to somebody with a phone that only rings.
  static final double NOT_CALLABLE = 0.75;

  /// A doubtful record is not first when one without doubts has at least this part of its score for
  /// the same topic.
  static final double COMPARABLE = 0.45;

  /// Two doors with one telephone are one door: the second gives way to what has at least this part
  /// of its score.
  static final double OTHER_NUMBER = 0.7;

  // ---- Audience.

  /// Carers cannot ring what only a doctor can ask for.
  static final double ONLY_BY_PROFESSIONAL = 0.35;

  /// What follows an assessment is one step further away.
  static final double ONLY_BY_ASSESSMENT = 0.97;

  static final double FOR_YOUNG_CARERS = 1.7;

  /// From 16: some who are under 18 may, most may not.
  static final double FROM_SIXTEEN_FOR_YOUNG_CARERS = 0.6;

  /// Services for the under-18s, when nothing says that the carer or the one cared for is.
  static final double UNDER_18_ONLY = 0.25;

  static final double PARENT_CARERS = 1.12;

  /// Services for parents of a disabled child, when nothing says that it is a child.
  static final double PARENT_CARERS_NOT_ASKED = 0.6;

  /// For those who look after an adult, when it is a child. The child may be grown up, so it is not
  /// ruled out.
  static final double ADULT_CARED_FOR_ONLY = 0.7;

  /// From this probability a topic is being asked for.
  static final double ASKED = 0.3;

  /// The dialogue itself says 999 where there is danger; in the directory it stays behind whoever
  /// can talk.
  static final double EMERGENCY_999 = 0.5;

  static final double EMERGENCY_101 = 0.75;

  /// 111 for somebody's mental health without a crisis: there are kinder first doors.
  static final double EMERGENCY_111_NO_CRISIS = 0.6;

  // ---- Guides: how likely one is a good answer, by logistic regression on the development
  // questions.

  static final double GUIDE_AT_ALL = -6.0;

  /// How well a question of it fits the words, 0 to 1.
  static final double GUIDE_WORDS = 2.9;

  /// The same where more than one word is shared.
  static final double GUIDE_ANSWERING = 1.85;

  /// How near a question of it is to what the words are about.
  static final double GUIDE_MEANING = 1.4;

  /// The likeliest topic that it shares with the need.
  static final double GUIDE_TOPIC = 2.5;

  /// The same of its main topic.
  static final double GUIDE_MAIN_TOPIC = 0.5;

  /// Questions of rights and processes are mostly put as questions.
  static final double GUIDE_QUESTION = 0.5;

  /// From this probability on a guide is the answer.
  static final double GUIDE_FIRST = 0.6;

  /// The words must fit the guide better than what any service is called, by this factor.
  static final double GUIDE_MARGIN = 1.05;

  /// What is put as a question rather wants an explanation.
  static final double GUIDE_ASKED_AS_QUESTION = 0.1;

  /// From this probability on a guide comes after the first services.
  static final double GUIDE_FURTHER = 0.12;
}
