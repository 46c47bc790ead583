package org.hotrealm.state.schema;

/** What a view asks to be shown. */
final class ViewWishes {
    private ViewWishes() {}

    /** Whether the view asks for what the place holds, or for all that its holder has under the tag. */
    static boolean wants(StateView view, Edge edge) {
        ViewEntry parent = view.table.get(edge.parent);
        ViewEntry child = view.table.get(edge.child);
        boolean asked = child != null && child.isWanted();
        if (asked || parent == null) {
            return asked;
        }
        return edge.isEntry() ? parent.subscribed : parent.member && matches(edge.field.tag, parent.tags);
    }

    /** The groups of tagged values that the view asks for, a bit for each. */
    static int groups(ViewEntry entry) {
        if (!entry.member || !(entry.node instanceof StateObject object)) {
            return 0;
        }
        int groups = 0;
        for (int i = 0; i < object.type.valueTags.length; i++) {
            groups |= matches(object.type.valueTags[i], entry.tags) ? 1 << i : 0;
        }
        return groups;
    }

    private static boolean matches(int tag, int tags) {
        return tag == FieldSpec.DEFAULT_TAG || (tag & tags) != 0;
    }
}
