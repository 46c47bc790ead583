/** What the state format costs: encoding once for all, copying for views, decoding. */
@NullMarked
package org.hotrealm.benchmarks.state;

import org.jspecify.annotations.NullMarked;
