package org.hotrealm.progress.jdbc;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the store of what players earn. */
@ObjectClassDefinition(name = "Hotrealm progress in a database")
@interface StoreConfig {

    /** Driver. */
    @AttributeDefinition(description = "Which DataSourceFactory service is used, as an OSGi filter")
    String factory_target() default "(osgi.jdbc.driver.class=org.h2.Driver)";

    /** Address. */
    @AttributeDefinition(description = "JDBC URL; ${data} is the server's data folder")
    String url() default "jdbc:h2:file:${data}/progress/realm;DB_CLOSE_ON_EXIT=FALSE";

    /** Who. */
    @AttributeDefinition(description = "User of the database")
    String user() default "hotrealm";

    /** Secret. */
    @AttributeDefinition(description = "Password of that user", type = AttributeType.PASSWORD)
    String password() default "";

    /** Durability of an embedded database. */
    @AttributeDefinition(
            description =
                    "A file into which every save goes first, forced to the disk, and from which a database that was"
                            + " killed is put right at the start; 'auto' is ${data}/progress/journal for an H2 file and none for"
                            + " others; empty for none")
    String journal() default "auto";

    /** Durability without a journal. */
    @AttributeDefinition(
            description = "SQL after each commit that forces it to the disk; 'auto' is CHECKPOINT SYNC for H2 without a"
                    + " journal and nothing otherwise; empty for nothing")
    String sync_sql() default "auto";

    /** Patience. */
    @AttributeDefinition(
            description = "How long a join waits for the store, and for who plays the character; milliseconds",
            min = "100",
            max = "60000")
    int open_timeout_ms() default 5_000;

    /** Bound. */
    @AttributeDefinition(description = "Characters that may wait to be stored", min = "1", max = "1000000")
    int queue_max() default 10_000;
}
