package org.hotrealm.ops.shell;

import java.util.LinkedHashMap;
import java.util.Map;

/** One line for each command. */
final class Help {

    static final String ROOMS = "the rooms of this node with ticks and the versions they run";
    static final String CLIENTS = "[ROOM]: connections, and every client's session, address and state";
    static final String SYSTEMS = "every version of each system, and how many rooms run it";
    static final String BUNDLES = "[WORD]: the bundles, or those whose name has the word";
    static final String NODES = "the nodes of the cluster";
    static final String CONTENT =
            "[--check FOLDER]: the content in force, and what is wrong with the files; or what would be wrong with a"
                    + " folder";
    static final String HEALTH = "what the health checks say";
    static final String SWAPS = "[N]: the last 20 swaps, or N, newest first";
    static final String SWAP =
            "FILE|NAME/VERSION [--rooms A,B] [--canary 10% [--hold]] [--soak 1s] [--dry-run]: replaces a bundle while"
                    + " people play";
    static final String DRAIN = "[SECONDS]: takes no more joins and closes the rooms";

    static final String MOVE =
            "ROOM|all [NODE]: moves a room, or all, to another node while people play; to the one with the fewest rooms"
                    + " where none is named";

    static final String KICK = "SESSION [REASON]: takes a client out of its room";
    static final String EXPLAIN =
            "[MONSTER|KIND] [--room ROOM]: why a monster does what it does, or how those of a kind are";
    static final String LOG =
            "[N|LOGGER [LEVEL]]: the last lines; or from which level on a logger writes, changed if a level is given";
    static final String COMPLETE = "WORDS: how the last word of a command can go on, for shells";

    static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("rooms", ROOMS);
        TEXTS.put("clients", CLIENTS);
        TEXTS.put("systems", SYSTEMS);
        TEXTS.put("bundles", BUNDLES);
        TEXTS.put("nodes", NODES);
        TEXTS.put("content", CONTENT);
        TEXTS.put("health", HEALTH);
        TEXTS.put("swaps", SWAPS);
        TEXTS.put("swap", SWAP);
        TEXTS.put("move", MOVE);
        TEXTS.put("drain", DRAIN);
        TEXTS.put("kick", KICK);
        TEXTS.put("explain", EXPLAIN);
        TEXTS.put("log", LOG);
        TEXTS.put("complete", COMPLETE);
        TEXTS.put("help", "this; --json after any command gives JSON");
    }

    private Help() {}
}
