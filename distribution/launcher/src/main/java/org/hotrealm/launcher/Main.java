package org.hotrealm.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The server's process: {@code [--feature NAME-OR-FILE]...}. */
public final class Main {

    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private Main() {}

    /** Starts the server and returns when it has stopped. Exit code 0 after a stop that was asked for, 1 otherwise. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("hotrealm.home", "."))
                .toAbsolutePath()
                .normalize();
        Thread.setDefaultUncaughtExceptionHandler(new OutOfMemory());
        try {
            Settings settings = Settings.read(home, moreFeatures(arguments), System.getenv(), System.getProperties());
            try (DataLock held = DataLock.take(settings.data())) {
                run(settings);
            }
        } catch (LaunchFailure failure) {
            System.err.println(failure.getMessage());
            exit(1);
        } catch (IOException | InterruptedException interrupted) {
            exit(1);
        }
        exit(0);
    }

    private static void run(Settings settings) throws InterruptedException {
        prepareLogging(settings);
        Server server = Server.start(settings);
        // A signal would end the process with 143 or 130; being asked to stop is no failure, hence the halt.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopOnSignal(server), "stop"));
        try {
            System.out.println(server.welcome());
        } catch (LaunchFailure failure) {
            STOPPING.set(true);
            server.stop();
            throw failure;
        }
        server.waitUntilStopped();
        while (STOPPING.get()) {
            // The hook ends the process when the framework is down.
            Thread.sleep(1_000);
        }
    }

    private static void stopOnSignal(Server server) {
        if (STOPPING.compareAndSet(false, true)) {
            System.out.println("Stopping: players are told, then the server ends.");
            server.drain();
            server.stop();
            System.out.println("Stopped.");
            Runtime.getRuntime().halt(0);
        }
    }

    private static void exit(int code) {
        STOPPING.set(true);
        System.exit(code);
    }

    /** Logback reads these before any bundle's configuration exists. */
    private static void prepareLogging(Settings settings) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.setProperty("hotrealm.logs", settings.logs().toString());
        System.setProperty("hotrealm.log.format", settings.logFormat());
        System.setProperty("hotrealm.config", settings.config().toString());
        System.setProperty(
                "logback.configurationFile",
                settings.config().resolve("logback.xml").toUri().toString());
        try {
            Files.createDirectories(settings.logs());
        } catch (IOException denied) {
            throw new LaunchFailure(
                    "Cannot write to the folder " + settings.logs() + "; name a folder of yours in HOTREALM_LOGS.",
                    denied);
        }
    }

    private static List<String> moreFeatures(String[] arguments) {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].equals("--feature") || i + 1 == arguments.length) {
                throw new LaunchFailure(
                        "Usage: hotrealm [--feature NAME-OR-FILE]...; not understood: " + String.join(" ", arguments));
            }
            features.add(arguments[i + 1]);
        }
        return features;
    }
}
