/// Reads other people's directories (Open Referral UK 3.0 and 1.0) and keeps what carers may be
/// sent of them.
///
/// A feed is read into one file, which is replaced as a whole: `FeedImport` writes it, `FeedFile`
/// reads it, `Merging` joins it with what editors wrote by hand. Nothing that a feed says is
/// trusted: each record passes the checks of a hand-written one or is set aside with the reasons.
@NullMarked
package org.carersignpost.knowledge.feeds;

import org.jspecify.annotations.NullMarked;
