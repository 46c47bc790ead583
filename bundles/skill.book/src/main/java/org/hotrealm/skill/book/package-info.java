/** The skill system: what may be used and why not, casts and flights, whom a skill hits and how hard. */
@NullMarked
package org.hotrealm.skill.book;

import org.jspecify.annotations.NullMarked;
