/// How staff log in and stay so: the gate before pages and API, sessions, second factors.
@NullMarked
package org.carersignpost.console.login;

import org.jspecify.annotations.NullMarked;
