/** The seven-state mind of monsters: one table of transitions, senses, legs and a path finder; it remembers nothing itself. */
@NullMarked
package org.hotrealm.monster.ai;

import org.jspecify.annotations.NullMarked;
