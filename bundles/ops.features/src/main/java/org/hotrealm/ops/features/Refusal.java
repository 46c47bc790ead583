package org.hotrealm.ops.features;

/** It is not done, for a reason that the operator is told in a sentence. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }
}
