/** Typed JSON configuration. */
@NullMarked
package org.hotrealm.ops.config;

import org.jspecify.annotations.NullMarked;
