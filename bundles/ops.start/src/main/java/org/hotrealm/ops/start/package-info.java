/** Tells at the start what is up and what is not, and lets the rooms close in order at the end. */
@NullMarked
package org.hotrealm.ops.start;

import org.jspecify.annotations.NullMarked;
