/** Features: sets of bundles that are installed, upgraded, downgraded and removed as one. */
@NullMarked
package org.hotrealm.ops.features;

import org.jspecify.annotations.NullMarked;
