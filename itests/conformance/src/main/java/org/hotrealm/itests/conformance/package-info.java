/** The room that the conformance script plays in, written as a third party would: against the public api only. */
@NullMarked
package org.hotrealm.itests.conformance;

import org.jspecify.annotations.NullMarked;
