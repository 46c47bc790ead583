/** Bundles' jars under other versions; a package of its own, so that tests in the framework can carry it. */
@NullMarked
package org.hotrealm.itests.reissue;

import org.jspecify.annotations.NullMarked;
