package org.hotrealm.ops.shell;

/**
 * What a command says.
 *
 * @param ok whether it did what was asked
 * @param text for people
 * @param data for machines: lists, maps, records, numbers, text
 */
record Answer(boolean ok, String text, Object data) {

    static Answer of(Table table) {
        return new Answer(true, table.text(), table.rows());
    }

    /** A refusal, in words that say what to do. */
    static Answer no(String why) {
        return new Answer(false, why, java.util.Map.of("error", why));
    }
}
