/** A small realm on a drawn map with a seeded room, to test systems in tick by tick. */
@NullMarked
package org.hotrealm.realm.kit;

import org.jspecify.annotations.NullMarked;
