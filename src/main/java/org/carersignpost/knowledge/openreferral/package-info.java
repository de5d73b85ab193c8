/// Publishes the directory as a feed that any Open Referral UK 3.0 program can read, under
/// `/open-referral`.
///
/// A feed is public: no login, no session. It tells facts of active services and nothing that is
/// ours alone.
@NullMarked
package org.carersignpost.knowledge.openreferral;

import org.jspecify.annotations.NullMarked;
