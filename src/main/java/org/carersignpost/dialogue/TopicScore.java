package org.carersignpost.dialogue;

/// How sure we are that a message is about a topic.
///
/// @param topic an id of the taxonomy
/// @param probability calibrated, 0 to 1; several topics of one message may all be likely
public record TopicScore(String topic, double probability) {}
