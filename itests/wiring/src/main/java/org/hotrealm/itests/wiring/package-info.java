/** What must be true of the wiring of every assembled server; runs inside it. */
@NullMarked
package org.hotrealm.itests.wiring;

import org.jspecify.annotations.NullMarked;
