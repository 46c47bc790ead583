package org.hotrealm.ops.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The commands by name, the same for the terminal and for calls over HTTP. */
@Component(service = Commands.class)
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String SCOPE = "realm:";

    private final Map<String, Command> commands = new TreeMap<>();
    private final Others others;
    private final Completion completion;
    private final JsonMapper json = JsonMapper.builder().build();

    /** One thing that can be asked for. */
    interface Command {
        /** Does it; throws {@link Words.NotUnderstood} for arguments that it does not understand. */
        Answer run(List<String> arguments);

        /** The same; what takes a while tells how far it is. */
        default Answer run(List<String> arguments, Consumer<String> progress) {
            return run(arguments);
        }
    }

    /** Commands upon these parts. */
    @Activate
    public Commands(BundleContext context, @Reference Parts parts) {
        this(
                new Looks(parts, context),
                new Deeds(parts),
                new Inside(parts),
                new Moving(parts),
                new Others(context),
                new Completion(parts, context));
    }

    Commands(Looks looks, Deeds deeds, Inside inside, Moving moving, Others others, Completion completion) {
        this.others = others;
        this.completion = completion;
        commands.put("rooms", looks::rooms);
        commands.put("clients", inside::clients);
        commands.put("systems", looks::systems);
        commands.put("bundles", looks::bundles);
        commands.put("nodes", looks::nodes);
        commands.put("content", looks::content);
        commands.put("health", looks::health);
        commands.put("swaps", looks::swaps);
        commands.put("swap", deeds);
        commands.put("move", moving);
        commands.put("drain", deeds::drain);
        commands.put("kick", inside::kick);
        commands.put("explain", inside::explain);
        commands.put("log", inside::log);
        commands.put("complete", this::complete);
        commands.put("help", arguments -> help());
    }

    /** Runs a command given with or without its scope; with {@code --json} among the words the answer's text is JSON. */
    Answer run(List<String> words) {
        return run(words, step -> {});
    }

    /** The same; what takes a while tells how far it is. */
    Answer run(List<String> words, Consumer<String> progress) {
        if (words.isEmpty()) {
            return help();
        }
        String name =
                words.getFirst().startsWith(SCOPE) ? words.getFirst().substring(SCOPE.length()) : words.getFirst();
        Command command = commands.get(name);
        if (command == null) {
            return other(name, words.subList(1, words.size()));
        }
        // An unfinished command is taken as it is.
        boolean asJson = words.contains("--json") && !name.equals("complete");
        List<String> arguments = words.stream()
                .skip(1)
                .filter(word -> !asJson || !word.equals("--json"))
                .toList();
        Answer answer = guarded(name, command, arguments, progress);
        return asJson ? new Answer(answer.ok(), json(answer.data()), answer.data()) : answer;
    }

    private Answer other(String name, List<String> words) {
        try {
            Answer answer = others.run(name, words).orElseGet(() -> unknown(name));
            return answer.ok() || !words.contains("--json")
                    ? answer
                    : new Answer(false, json(answer.data()), answer.data());
        } catch (RuntimeException e) {
            LOG.warn("the command {} failed", name, e);
            return Answer.no("%s failed: %s; the log has more".formatted(name, e));
        }
    }

    private Answer unknown(String name) {
        return Answer.no("%s is no command; known are %s".formatted(name, String.join(", ", names())));
    }

    private Set<String> names() {
        Set<String> known = new TreeSet<>(commands.keySet());
        known.addAll(others.names());
        return known;
    }

    /** The words come with the scope or without; the first may be unfinished. */
    private Answer complete(List<String> words) {
        boolean scoped = !words.isEmpty() && words.getFirst().startsWith(SCOPE);
        List<String> plain = new ArrayList<>(words);
        if (scoped) {
            plain.set(0, plain.getFirst().substring(SCOPE.length()));
        }
        String prefix = scoped && plain.size() < 2 ? SCOPE : "";
        List<String> found = completion.of(plain, names()).stream()
                .map(each -> prefix + each)
                .toList();
        return new Answer(true, String.join("\n", found), found);
    }

    private static Answer guarded(String name, Command command, List<String> arguments, Consumer<String> progress) {
        try {
            return command.run(arguments, progress);
        } catch (Words.NotUnderstood e) {
            return Answer.no(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("the command {} failed", name, e);
            return Answer.no("%s failed: %s; the log has more".formatted(name, e));
        }
    }

    String json(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JacksonException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    private Answer help() {
        Table table = new Table("command", "what it does");
        Help.TEXTS.forEach((name, text) -> table.row(SCOPE + name, text));
        others.names().stream()
                .filter(name -> !commands.containsKey(name))
                .forEach(name -> table.row(SCOPE + name, others.help(name)));
        return Answer.of(table);
    }
}
