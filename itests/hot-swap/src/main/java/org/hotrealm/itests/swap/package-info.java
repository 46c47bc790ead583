/** The showpiece, inside the framework: the monster AI is replaced while two players fight. */
@NullMarked
package org.hotrealm.itests.swap;

import org.jspecify.annotations.NullMarked;
