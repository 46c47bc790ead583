/** The room type realm. */
@NullMarked
package org.hotrealm.realm.zone;

import org.jspecify.annotations.NullMarked;
