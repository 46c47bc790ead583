package org.hotrealm.room.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotrealm.room.api.Handover;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Vault;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** The vault, in memory. */
@Component(immediate = true)
public final class MemoryVault implements Vault {

    private final Map<String, Deposit> underway = new ConcurrentHashMap<>();

    @Override
    public Handover begin(String owner) {
        Deposit fresh = new Deposit(owner);
        Deposit before = underway.putIfAbsent(owner, fresh);
        if (before != null) {
            throw new IllegalStateException(
                    "a handover of %s is under way already (%s): close it first".formatted(owner, before.stage()));
        }
        return fresh;
    }

    @Override
    public @Nullable Handover underway(String owner) {
        return underway.get(owner);
    }

    /** One handover. */
    private final class Deposit implements Handover {

        private final String owner;
        private Stage stage = Stage.EXPECTED;
        private Map<String, Parcel> parcels = Map.of();

        Deposit(String owner) {
            this.owner = owner;
        }

        @Override
        public String owner() {
            return owner;
        }

        @Override
        public synchronized Stage stage() {
            return stage;
        }

        @Override
        public synchronized void park(Map<String, Parcel> all) {
            requireOpen();
            parcels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(all));
            stage = Stage.PARKED;
        }

        @Override
        public synchronized Map<String, Parcel> parcels() {
            return parcels;
        }

        @Override
        public synchronized void taken() {
            requireOpen();
            stage = Stage.TAKEN;
        }

        private void requireOpen() {
            if (stage == Stage.CLOSED) {
                throw new IllegalStateException("the handover of %s is over".formatted(owner));
            }
        }

        @Override
        public synchronized void close() {
            stage = Stage.CLOSED;
            parcels = Map.of();
            underway.remove(owner, this);
        }
    }
}
