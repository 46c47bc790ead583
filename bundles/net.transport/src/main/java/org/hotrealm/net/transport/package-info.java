/** HTTP and WebSocket by Jetty. */
@NullMarked
package org.hotrealm.net.transport;

import org.jspecify.annotations.NullMarked;
