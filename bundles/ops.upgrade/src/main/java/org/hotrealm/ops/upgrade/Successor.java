package org.hotrealm.ops.upgrade;

import java.util.Collection;
import java.util.function.Consumer;
import org.hotrealm.ops.api.SwapRecord;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one version of this bundle hands the end of a swap to the next: the successor offers a {@code Consumer} of the record
 * as JSON, so that no class of either is in the other's hands.
 */
final class Successor {

    /** Marks the service that takes over. */
    static final String PROPERTY = "hotrealm.swap.successor";

    private static final Logger LOG = LoggerFactory.getLogger(Successor.class);

    private final BundleContext context;
    private final JsonMapper mapper = JsonMapper.builder().build();

    Successor(BundleContext context) {
        this.context = context;
    }

    /** Hands a record to another version of this bundle; false where there is none that takes it. */
    boolean hand(SwapRecord record) {
        try {
            Collection<ServiceReference<Consumer>> found =
                    context.getServiceReferences(Consumer.class, "(%s=true)".formatted(PROPERTY));
            for (ServiceReference<Consumer> reference : found) {
                if (!context.getBundle().equals(reference.getBundle())) {
                    give(reference, mapper.writeValueAsString(record));
                    return true;
                }
            }
        } catch (InvalidSyntaxException | RuntimeException e) {
            LOG.error("the next version of this bundle does not take over", e);
        }
        return false;
    }

    @SuppressWarnings("unchecked") // it is registered for texts, and only under that property
    private void give(ServiceReference<Consumer> reference, String record) {
        Consumer<String> next = context.getService(reference);
        try {
            next.accept(record);
        } finally {
            context.ungetService(reference);
        }
    }

    /** The record that was handed over. */
    SwapRecord read(String record) {
        return mapper.readValue(record, SwapRecord.class);
    }
}
