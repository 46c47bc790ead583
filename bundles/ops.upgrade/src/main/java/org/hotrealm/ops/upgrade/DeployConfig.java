package org.hotrealm.ops.upgrade;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the deploy folder. */
@ObjectClassDefinition(name = "Deploy folder")
@interface DeployConfig {

    @AttributeDefinition(
            description = "How often the deploy folder is looked at; milliseconds",
            min = "50",
            max = "600000")
    int deploy_every_ms() default 500;
}
