/** Loot rules. */
@NullMarked
package org.hotrealm.loot.tables;

import org.jspecify.annotations.NullMarked;
