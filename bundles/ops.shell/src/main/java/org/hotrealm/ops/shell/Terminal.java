package org.hotrealm.ops.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands in Gogo, the framework's shell, under the scope {@code realm}. */
@Component(service = Terminal.class)
@GogoCommand(
        scope = "realm",
        function = {
            "rooms", "clients", "systems", "bundles", "nodes", "content", "health", "swaps", "swap", "drain", "kick",
            "explain", "log"
        })
public final class Terminal {

    private final Commands commands;

    /** A terminal for these commands. */
    @Activate
    public Terminal(@Reference Commands commands) {
        this.commands = commands;
    }

    /** {@value Help#ROOMS}. */
    @Descriptor(Help.ROOMS)
    public void rooms(CommandSession session, String... arguments) {
        run(session, "rooms", arguments);
    }

    /** {@value Help#CLIENTS}. */
    @Descriptor(Help.CLIENTS)
    public void clients(CommandSession session, String... arguments) {
        run(session, "clients", arguments);
    }

    /** {@value Help#SYSTEMS}. */
    @Descriptor(Help.SYSTEMS)
    public void systems(CommandSession session, String... arguments) {
        run(session, "systems", arguments);
    }

    /** {@value Help#BUNDLES}. */
    @Descriptor(Help.BUNDLES)
    public void bundles(CommandSession session, String... arguments) {
        run(session, "bundles", arguments);
    }

    /** {@value Help#NODES}. */
    @Descriptor(Help.NODES)
    public void nodes(CommandSession session, String... arguments) {
        run(session, "nodes", arguments);
    }

    /** {@value Help#CONTENT}. */
    @Descriptor(Help.CONTENT)
    public void content(CommandSession session, String... arguments) {
        run(session, "content", arguments);
    }

    /** {@value Help#HEALTH}. */
    @Descriptor(Help.HEALTH)
    public void health(CommandSession session, String... arguments) {
        run(session, "health", arguments);
    }

    /** {@value Help#SWAPS}. */
    @Descriptor(Help.SWAPS)
    public void swaps(CommandSession session, String... arguments) {
        run(session, "swaps", arguments);
    }

    /** {@value Help#SWAP}. */
    @Descriptor(Help.SWAP)
    public void swap(CommandSession session, String... arguments) {
        run(session, "swap", arguments);
    }

    /** {@value Help#DRAIN}. */
    @Descriptor(Help.DRAIN)
    public void drain(CommandSession session, String... arguments) {
        run(session, "drain", arguments);
    }

    /** {@value Help#KICK}. */
    @Descriptor(Help.KICK)
    public void kick(CommandSession session, String... arguments) {
        run(session, "kick", arguments);
    }

    /** {@value Help#EXPLAIN}. */
    @Descriptor(Help.EXPLAIN)
    public void explain(CommandSession session, String... arguments) {
        run(session, "explain", arguments);
    }

    /** {@value Help#LOG}. */
    @Descriptor(Help.LOG)
    public void log(CommandSession session, String... arguments) {
        run(session, "log", arguments);
    }

    private void run(CommandSession session, String name, String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addFirst(name);
        PrintStream console = session.getConsole();
        Answer answer = commands.run(words, step -> {
            if (!step.equals(Deeds.STILL_HERE)) {
                console.println("  " + step);
            }
        });
        console.println(answer.text());
    }
}
