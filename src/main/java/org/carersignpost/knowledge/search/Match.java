package org.carersignpost.knowledge.search;

/// How well the words of a need match a service that may be an answer to it.
///
/// @param listing the service
/// @param text how well the whole record matches, compared with the one that matches best: 0 to 1
/// @param fit how well what it is called, or one of its keywords, matches: 0 to 1, 1 when each says
///   what the other says
/// @param near how near what it is about is to what the words are about, -1 to 1
/// @param sent how strongly a guide that was asked for in these words sends people there, 0 to 1
record Match(Listing listing, double text, double fit, double near, double sent) {}
