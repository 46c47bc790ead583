/** Monster behaviour. */
@NullMarked
package org.hotrealm.monster.ai;

import org.jspecify.annotations.NullMarked;
