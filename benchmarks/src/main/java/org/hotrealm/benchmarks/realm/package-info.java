/** What the phases of a realm's tick cost. */
@NullMarked
package org.hotrealm.benchmarks.realm;

import org.jspecify.annotations.NullMarked;
