/** Carries what the framework and its services log into the server's one log. */
@NullMarked
package org.hotrealm.ops.log;

import org.jspecify.annotations.NullMarked;
