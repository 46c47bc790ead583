/** Starts the framework from an assembled distribution, tells what runs, and stops it in order. */
@NullMarked
package org.hotrealm.launcher;

import org.jspecify.annotations.NullMarked;
