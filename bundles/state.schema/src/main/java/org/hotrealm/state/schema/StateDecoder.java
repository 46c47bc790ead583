package org.hotrealm.state.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A client's side of the protocol, for tests and tools: applies handshake, full states and patches as the SDK does,
 * reference counts included. One thread.
 */
public final class StateDecoder {
    private final MirrorTypes types;
    private final MirrorRefs refs = new MirrorRefs();
    private final Mirror root;
    private final Dialect dialect;

    /**
     * A client that has got the handshake of a 0.18 room.
     *
     * @throws IllegalArgumentException when the bytes are no handshake
     */
    public StateDecoder(byte[] handshake) {
        this(handshake, Dialect.V18);
    }

    /** A client of the given generation. */
    public StateDecoder(byte[] handshake, Dialect dialect) {
        this(MirrorTypes.read(reflection(handshake)), dialect);
    }

    private StateDecoder(MirrorTypes types, Dialect dialect) {
        this.types = types;
        this.dialect = dialect;
        this.root = Mirror.object(types.require(types.rootType));
        refs.add(0, root, true);
    }

    private static Map<String, Object> reflection(byte[] handshake) {
        StateDecoder decoder = new StateDecoder(MirrorTypes.ofReflection(), Dialect.V18);
        decoder.decode(handshake);
        return decoder.state();
    }

    /** Applies a full state of a first join, or a patch. */
    public void decode(byte[] message) {
        decode(message, 0, message.length);
    }

    /** As {@link #decode(byte[])}. */
    public void decode(Encoded message) {
        decode(message.bytes(), message.offset(), message.length());
    }

    private void decode(byte[] bytes, int offset, int length) {
        new MirrorReader(types, refs, root, new ByteReader(bytes, offset, offset + length), dialect, null).run();
    }

    /** Applies a full state on top of an older copy: entries it does not mention are dropped. */
    public void resync(byte[] message) {
        @Nullable MirrorVisits visits = dialect.isLegacy() ? null : new MirrorVisits(refs);
        new MirrorReader(types, refs, root, new ByteReader(message, 0, message.length), dialect, visits).run();
    }

    /** The state as maps, lists and plain values; the same form as {@link StateObject#toMap()}. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> state() {
        return (Map<String, Object>) root.plain();
    }

    /** How many places hold each node, by its number. */
    public Map<Integer, Integer> referenceCounts() {
        return refs.counts();
    }

    /** How many places that can be reached from the root hold each node: the same numbers unless something leaks. */
    Map<Integer, Integer> reachableCounts() {
        Map<Integer, Integer> counts = new TreeMap<>(Map.of(0, 1));
        count(root, counts);
        return counts;
    }

    private static void count(Mirror node, Map<Integer, Integer> counts) {
        for (Mirror child : node.children()) {
            if (counts.merge(child.refId, 1, Integer::sum) == 1) {
                count(child, counts);
            }
        }
    }

    /** What a real client would have complained about, oldest first. */
    public List<String> problems() {
        return List.copyOf(refs.problems);
    }
}
