package org.hotrealm.state.schema;

/** Streams of one state that have entries for a later tick. */
final class WaitingStreams {
    private final NodeList streams = new NodeList();

    /** After the stream was attached or a tick told a part of it. */
    void look(StateEntries<?> stream) {
        if (stream.changes.size() > 0) {
            streams.add(stream);
        }
    }

    /** Before a tick: what waits counts as changed. */
    void wake(Graph graph) {
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i) instanceof StateStream stream && graph.has(stream)) {
                stream.noteChange();
            }
        }
        streams.clear();
    }
}
