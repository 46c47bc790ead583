/** Metrics for Prometheus. */
@NullMarked
package org.hotrealm.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
