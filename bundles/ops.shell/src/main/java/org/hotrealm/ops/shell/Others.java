package org.hotrealm.ops.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Commands of other bundles: services with the properties {@code osgi.command.scope=realm} and
 * {@code osgi.command.function=<name>} and a public method of that name which takes the words as {@code String...} and
 * returns what it says, with {@code --json} among the words the data that the shell writes as JSON, or throws {@link IllegalArgumentException} with a sentence where it does not do what was asked for. Of
 * several the one of the highest ranking is asked. The property {@code hotrealm.help.<name>} is its line in {@code realm:help}.
 */
final class Others {

    private static final String FUNCTION = "osgi.command.function";
    private static final String HELP = "hotrealm.help.";

    private final BundleContext context;

    Others(BundleContext context) {
        this.context = context;
    }

    /** Runs a command of this name; empty where there is none. It is given {@code --json} too. */
    Optional<Answer> run(String name, List<String> words) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            return Optional.empty();
        }
        Optional<ServiceReference<?>> found =
                references("(%s=%s)".formatted(FUNCTION, name)).stream().max(ServiceReference::compareTo);
        return found.map(reference -> {
            Object service = context.getService(reference);
            try {
                return service == null ? Answer.no(name + " went away this very moment") : call(service, name, words);
            } finally {
                context.ungetService(reference);
            }
        });
    }

    /** The names of all such commands. */
    Collection<String> names() {
        Collection<String> names = new TreeSet<>();
        for (ServiceReference<?> reference : references("(%s=*)".formatted(FUNCTION))) {
            Object functions = reference.getProperty(FUNCTION);
            names.addAll(functions instanceof String[] several ? List.of(several) : List.of(String.valueOf(functions)));
        }
        return names;
    }

    /** The line of such a command in the help. */
    String help(String name) {
        return references("(%s=%s)".formatted(FUNCTION, name)).stream()
                .max(ServiceReference::compareTo)
                .map(reference -> reference.getProperty(HELP + name))
                .map(String::valueOf)
                .orElse("of another bundle; without arguments it says how it is used");
    }

    private List<ServiceReference<?>> references(String filter) {
        try {
            ServiceReference<?>[] all =
                    context.getAllServiceReferences(null, "(&(osgi.command.scope=realm)%s)".formatted(filter));
            return all == null ? List.of() : new ArrayList<>(List.of(all));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Answer call(Object service, String name, List<String> words) {
        try {
            Method method = service.getClass().getMethod(name, String[].class);
            Object said = method.invoke(service, (Object) words.toArray(String[]::new));
            return said instanceof String text
                    ? new Answer(true, text, Map.of("text", text))
                    : new Answer(true, Bodies.json(said), said);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                return Answer.no(String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            return Answer.no("%s cannot be run here: %s".formatted(name, e));
        }
    }
}
