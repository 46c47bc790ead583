/** Starts the assembled server for a story, and runs tests inside it. */
@NullMarked
package org.hotrealm.itests.harness;

import org.jspecify.annotations.NullMarked;
