package org.hotrealm.state.schema;

import java.util.Set;

/** Names that mean something else to the clients' state classes. */
final class ClientNames {
    private static final Set<String> RESERVED = Set.of(
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "__proto__",
            "assign",
            "bindTo",
            "clone",
            "constructor",
            "discardAllChanges",
            "hasOwnProperty",
            "isPrototypeOf",
            "isTrackingPaused",
            "listen",
            "onChange",
            "pauseTracking",
            "propertyIsEnumerable",
            "restore",
            "resumeTracking",
            "setDirty",
            "toJSON",
            "toLocaleString",
            "toString",
            "untracked",
            "valueOf");

    private ClientNames() {}

    static void check(String name, String typeName) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A field of type " + typeName + " has no name");
        }
        if (RESERVED.contains(name) || name.startsWith("~")) {
            throw new IllegalArgumentException("Field '" + name + "' of type " + typeName
                    + " would hide a member of the clients' state classes; choose another name");
        }
    }
}
