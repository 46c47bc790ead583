package org.hotrealm.net.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list of pages' origins. Immutable. */
record Origins(boolean all, boolean opaque, List<Place> places) {

    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9+.-]*)://(\\*|\\*\\.[^*/:@?#\\s]+|\\[[0-9a-f:.]+]|[^*/:@?#\\s]+)(?::(\\*|\\d{1,5}))?");

    /**
     * One origin of the list.
     *
     * @param scheme such as {@code https}
     * @param host {@code *} for any, {@code *.x} for those below x
     * @param port {@code *} for any, empty for the scheme's own
     */
    record Place(String scheme, String host, String port) {

        boolean covers(Place origin) {
            return scheme.equals(origin.scheme)
                    && (port.equals("*") || port.equals(origin.port))
                    && (host.equals("*")
                            || host.equals(origin.host)
                            || host.startsWith("*.")
                                    && origin.host.length() > host.length() - 1
                                    && origin.host.endsWith(host.substring(1)));
        }
    }

    /** Reads origins; a wildcard stands for a whole host, its beginning ({@code *.x}), or a port. */
    static Origins parse(String key, String... texts) {
        List<String> given = Arrays.stream(texts)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
        List<Place> places = given.stream()
                .filter(text -> !text.equals("*") && !text.equals("null"))
                .map(text -> wanted(key, text))
                .toList();
        return new Origins(given.contains("*"), given.contains("null"), places);
    }

    private static Place wanted(String key, String text) {
        Place place = place(text);
        if (place == null) {
            throw new IllegalArgumentException(
                    "%s in the configuration org.hotrealm.net.transport holds '%s'; needed is an origin such as https://play.example, https://*.play.example or http://localhost:*, without a path"
                            .formatted(key, text));
        }
        return place;
    }

    private static @Nullable Place place(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String scheme = form.group(1);
        String port = form.group(3) == null ? "" : form.group(3);
        boolean own = scheme.equals("http") && port.equals("80") || scheme.equals("https") && port.equals("443");
        return new Place(scheme, form.group(2), own ? "" : port);
    }

    /** Whether a page of this origin is meant. */
    boolean contains(String origin) {
        if (all) {
            return true;
        }
        String lower = origin.toLowerCase(Locale.ROOT);
        if (lower.equals("null")) {
            return opaque;
        }
        Place from = lower.indexOf('*') >= 0 ? null : place(lower);
        return from != null && places.stream().anyMatch(place -> place.covers(from));
    }
}
