/** Content from files. */
@NullMarked
package org.hotrealm.content.files;

import org.jspecify.annotations.NullMarked;
