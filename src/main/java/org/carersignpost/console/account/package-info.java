/// Accounts, invitations, tokens and the audit log: pages and API.
@NullMarked
package org.carersignpost.console.account;

import org.jspecify.annotations.NullMarked;
