/** Every bundle of the distribution is swapped under players, and keeps the promise of its kind. */
@NullMarked
package org.hotrealm.itests.promise;

import org.jspecify.annotations.NullMarked;
