package org.hotrealm.ops.upgrade;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of swaps. */
@ObjectClassDefinition(name = "Swaps")
@interface UpgradeConfig {

    @AttributeDefinition(
            description = "A step of a swap that takes longer ends it; milliseconds",
            min = "100",
            max = "600000")
    int step_max_ms() default 10_000;

    @AttributeDefinition(
            description = "How long to wait for the old version's classes to be collected; milliseconds",
            min = "0",
            max = "600000")
    int collect_max_ms() default 15_000;

    @AttributeDefinition(
            description = "How many times as long ticks may take under a new version before it is rolled back",
            min = "1.1")
    double soak_slow_factor() default 3;

    @AttributeDefinition(
            description = "How many earlier jars of a bundle are kept in data/upgrades to go back to",
            min = "0",
            max = "10000")
    int versions_kept() default 5;
}
