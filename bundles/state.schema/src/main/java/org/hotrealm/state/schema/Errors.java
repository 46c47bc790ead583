package org.hotrealm.state.schema;

/** The wording of errors that several classes raise. */
final class Errors {
    private Errors() {}

    static IllegalArgumentException outOfRange(String where, Kind kind, long value) {
        return new IllegalArgumentException(where + ": " + value + " is outside " + kind.min + ".." + kind.max + " of "
                + kind.wireName + "; clamp it or declare a wider field");
    }

    static IllegalArgumentException foreignField(FieldSpec field, StateType owner, StateType actual) {
        return new IllegalArgumentException(
                "Field '" + field.name + "' of " + owner + " does not exist in an object of " + actual
                        + "; use a field declared by that type or by one it extends");
    }

    static IllegalArgumentException wrongType(String where, StateType wanted, StateType actual) {
        return new IllegalArgumentException(where + " holds " + wanted + ", not " + actual
                + "; to allow a derived type, list it where the field is declared");
    }
}
