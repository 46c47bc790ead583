/** The browser client. */
@NullMarked
package org.hotrealm.play.web;

import org.jspecify.annotations.NullMarked;
