/** The Colyseus protocol. */
@NullMarked
package org.hotrealm.net.colyseus;

import org.jspecify.annotations.NullMarked;
