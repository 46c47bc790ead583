/** Scripts in Node that play; a package of its own, so that tests in the framework can carry it. */
@NullMarked
package org.hotrealm.itests.script;

import org.jspecify.annotations.NullMarked;
