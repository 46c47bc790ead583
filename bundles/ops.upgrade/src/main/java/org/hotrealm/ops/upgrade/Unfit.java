package org.hotrealm.ops.upgrade;

import java.util.List;

/** A bundle needs what nobody here offers. */
final class Unfit extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    Unfit(String message, List<String> missing) {
        super(message);
        this.missing = List.copyOf(missing);
    }

    /** What is missing, a sentence each. */
    List<String> missing() {
        return missing;
    }
}
