/** Keeps live state while its owner is replaced. */
@NullMarked
package org.hotrealm.room.vault;

import org.jspecify.annotations.NullMarked;
