/** The loot system: rolls what the dead drop, lays it out, and lets players pick it up. */
@NullMarked
package org.hotrealm.loot.tables;

import org.jspecify.annotations.NullMarked;
