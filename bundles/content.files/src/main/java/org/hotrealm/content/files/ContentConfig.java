package org.hotrealm.content.files;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the content folder. */
@ObjectClassDefinition(name = "Hotrealm content files")
@interface ContentConfig {

    /** The folder. */
    @AttributeDefinition(description = "Content folder; empty: framework property hotrealm.content, or config/content.")
    String path() default "";

    /** Quiet time before reading. */
    @AttributeDefinition(
            description = "How long files must be quiet before they are read, in milliseconds.",
            min = "1",
            max = "10000")
    int debounceMillis() default 150;

    /** Comparing without notices. */
    @AttributeDefinition(
            description = "How often files are compared without a change notice, in milliseconds.",
            min = "50",
            max = "600000")
    int rescanMillis() default 2000;
}
