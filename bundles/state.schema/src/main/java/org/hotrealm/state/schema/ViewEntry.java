package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one view knows about one node. */
final class ViewEntry {
    final StateNode node;
    private final ViewTable table;
    /** Whether the table waits to look at it again. */
    boolean unsettled;
    /** Position in the table's list. */
    int at;
    /** Put into the view by the application. */
    boolean member;
    /** Made visible to reach something below it. */
    boolean implied;
    /** Tags it was put in with. */
    int tags;
    /** All entries of this collection are shown. */
    boolean subscribed;
    /** Whether it is on the view's list of changes. */
    boolean listed;

    /** Shown places that hold it: the first, and seldom more. */
    private @Nullable Edge gate;

    private @Nullable List<Edge> moreGates;
    private int gateCount;
    /** Places that hold it in what this client, but not every client, sees. */
    private int open;
    /** Whether the client has its contents through this view. */
    boolean expanded;
    /** Message in which the contents were sent. */
    int expandedIn = -1;
    /** Message in which its difference was left out because the client is about to forget it. */
    int skippedIn = -1;
    /** Message in which the places it takes and leaves were counted. */
    int countedIn = -1;
    /** Shown groups of tagged values, a bit for each. */
    private int groups;
    /** Groups shown by the message named next. */
    int freshGroups;

    int freshIn = -1;
    /** Shown entries of this collection. */
    int entriesShown;

    ViewEntry(StateNode node, ViewTable table) {
        this.node = node;
        this.table = table;
    }

    /** After this the table does not take it for one of which only values change, until it has looked at it again. */
    void unsettle() {
        if (!unsettled) {
            unsettled = true;
            table.unsettled(this);
        }
    }

    /** One more place holds it, or one less. */
    void open(int more) {
        open += more;
        unsettle();
    }

    int open() {
        return open;
    }

    int groups() {
        return groups;
    }

    void groups(int shown) {
        groups = shown;
        unsettle();
    }

    int count() {
        return open + gateCount;
    }

    /** Whether the client has its contents through this view, and no tagged values. */
    boolean isSteady() {
        return expanded && groups == 0 && open + gateCount > 0;
    }

    /** The client gets its contents in this message. */
    void expand(int message) {
        expanded = true;
        expandedIn = message;
        node.watchers++;
        node.watchersChanged();
        unsettle();
    }

    /** The client has its contents no more, or not through this view. */
    void collapse() {
        if (expanded) {
            expanded = false;
            node.watchers--;
            node.watchersChanged();
            unsettle();
        }
    }

    boolean isWanted() {
        return member || implied || subscribed;
    }

    boolean shows(Edge edge) {
        return gate == edge || (moreGates != null && moreGates.contains(edge));
    }

    int gates() {
        return gateCount;
    }

    Edge gate(int i) {
        Edge edge = i == 0 ? gate : moreGates == null ? null : moreGates.get(i - 1);
        return Objects.requireNonNull(edge, "a place is counted that is not there");
    }

    void addGate(Edge edge) {
        gateCount++;
        unsettle();
        if (gate == null) {
            gate = edge;
            return;
        }
        if (moreGates == null) {
            moreGates = new ArrayList<>(2);
        }
        moreGates.add(edge);
    }

    void removeGate(Edge edge) {
        gateCount--;
        unsettle();
        if (gate == edge) {
            gate = moreGates == null || moreGates.isEmpty() ? null : moreGates.removeLast();
        } else if (moreGates != null) {
            moreGates.remove(edge);
        }
    }

    /** Back to what the application asked for, as if the client knew nothing. */
    void forget() {
        implied = false;
        gate = null;
        moreGates = null;
        gateCount = 0;
        open = 0;
        collapse();
        groups = 0;
        entriesShown = 0;
        unsettle();
    }
}
