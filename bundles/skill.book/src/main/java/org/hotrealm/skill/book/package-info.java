/** Skills. */
@NullMarked
package org.hotrealm.skill.book;

import org.jspecify.annotations.NullMarked;
