/** Gives components their typed settings from JSON files, again whenever a file changes. */
@NullMarked
package org.hotrealm.ops.config;

import org.jspecify.annotations.NullMarked;
