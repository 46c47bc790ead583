/** Reads the game's content from JSON files, checks it as a whole and follows edits. */
@NullMarked
package org.hotrealm.content.files;

import org.jspecify.annotations.NullMarked;
