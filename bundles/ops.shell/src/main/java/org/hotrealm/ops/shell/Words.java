package org.hotrealm.ops.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command's arguments: plain words, {@code --flags} and {@code --options value}. */
record Words(List<String> plain, Map<String, String> options, Set<String> flags) {

    /** Thrown where an argument is not understood; the message goes to who typed it. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }
    }

    static Words of(List<String> arguments, Set<String> knownOptions, Set<String> knownFlags) {
        List<String> plain = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        Set<String> flags = new HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (knownFlags.contains(word)) {
                flags.add(word);
            } else if (knownOptions.contains(word)) {
                if (i + 1 == arguments.size()) {
                    throw new NotUnderstood(word + " needs a value");
                }
                options.put(word, arguments.get(++i));
            } else if (word.startsWith("--")) {
                throw new NotUnderstood("%s is not known; known are %s %s"
                        .formatted(word, String.join(" ", knownOptions), String.join(" ", knownFlags)));
            } else {
                plain.add(word);
            }
        }
        return new Words(plain, options, flags);
    }

    /** The only plain word. */
    String only(String what) {
        if (plain.size() != 1) {
            throw new NotUnderstood("name one %s, not %d: %s".formatted(what, plain.size(), plain));
        }
        return plain.getFirst();
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
