package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.hotrealm.room.api.Parking;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Has rooms stand still for the bundles whose objects they keep. */
final class RoomParking implements Parking {

    private final Host host;

    RoomParking(Host host) {
        this.host = host;
    }

    @Override
    public CompletionStage<List<String>> obstacles(String bundle) {
        return dormitory().obstacles(keeps(bundle));
    }

    @Override
    public CompletionStage<List<String>> park(String bundle, Duration within) {
        return dormitory()
                .park(keeps(bundle), within)
                .thenApply(parked -> parked.stream().map(Sleeper::id).toList());
    }

    @Override
    public CompletionStage<List<Thaw>> wake(Duration within) {
        return dormitory().wake(within);
    }

    private Dormitory dormitory() {
        return host.rooms().dormitory();
    }

    private static Predicate<ActiveRoom> keeps(String bundle) {
        return room -> room.face().attachments().values().stream().anyMatch(object -> from(object, bundle));
    }

    private static boolean from(Object object, String bundle) {
        Bundle source = FrameworkUtil.getBundle(object.getClass());
        return source != null && bundle.equals(source.getSymbolicName());
    }
}
