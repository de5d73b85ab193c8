/// Knows who works here: accounts, roles and the tokens of other programs.
@ApplicationModule(allowedDependencies = {"privacy"})
@NullMarked
package org.carersignpost.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
