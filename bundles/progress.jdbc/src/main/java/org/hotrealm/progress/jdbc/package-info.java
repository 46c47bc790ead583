/** Stores what players earn in a database that OSGi's JDBC service connects to. */
@NullMarked
package org.hotrealm.progress.jdbc;

import org.jspecify.annotations.NullMarked;
