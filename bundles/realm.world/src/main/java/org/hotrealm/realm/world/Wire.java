package org.hotrealm.realm.world;

/** Enums as numbers, on the wire and in parcels: their contracts fix the order of their constants. */
final class Wire {

    private Wire() {}

    @SuppressWarnings("EnumOrdinal")
    static int number(Enum<?> constant) {
        return constant.ordinal();
    }
}
