/** What a third party implements to give monsters a mind of their own. */
@Export
@Version("1.0.0")
@NullMarked
package org.hotrealm.monster.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
