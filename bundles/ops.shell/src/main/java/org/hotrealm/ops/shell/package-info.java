/** Shell commands. */
@NullMarked
package org.hotrealm.ops.shell;

import org.jspecify.annotations.NullMarked;
