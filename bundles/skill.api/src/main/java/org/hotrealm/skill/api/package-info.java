/** What a third party implements to add effects to the skill system. */
@Export
@Version("1.0.0")
@NullMarked
package org.hotrealm.skill.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
