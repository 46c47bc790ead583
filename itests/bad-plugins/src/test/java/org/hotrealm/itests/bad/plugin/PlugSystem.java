package org.hotrealm.itests.bad.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;

/** A system of the realm that fails in its methods, at once or, with {@code later}, from the moment on at which a file is there. */
public final class PlugSystem implements RealmSystem {

    private static final int PIECE = 256 * 1024;
    private static final long BURNT_NANOS = 70_000_000;

    private final String fault;
    private final Path sign;

    PlugSystem(String fault, String sign) {
        this.fault = fault;
        this.sign = Path.of(sign);
    }

    @Override
    public String system() {
        if (fault.equals("system throws")) {
            throw new IllegalStateException("no name today");
        }
        return "plug";
    }

    @Override
    public Phase phase() {
        if (fault.equals("phase throws")) {
            throw new IllegalStateException("no phase today");
        }
        return Phase.AI;
    }

    @Override
    public void run(World world) {
        boolean now = !fault.startsWith("later ") || Files.exists(sign);
        switch (now ? fault.replace("later ", "") : "") {
            case "throws" -> throw new IllegalStateException("no turn today");
            case "throws an error" -> throw new Error("no turn at all");
            case "recurs" -> run(world);
            case "loops" -> loop();
            case "waits" -> await();
            case "allocates" -> allocate();
            case "burns" -> burn();
            default -> {}
        }
    }

    /** Until the story has seen enough: it would take a processor from those that come after it. */
    private void loop() {
        while (!Files.exists(sign.resolveSibling("enough"))) {
            Thread.onSpinWait();
        }
    }

    /** More time than a tick has. */
    private static void burn() {
        long until = System.nanoTime() + BURNT_NANOS;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void allocate() {
        List<byte[]> pieces = new ArrayList<>();
        while (true) {
            pieces.add(new byte[PIECE]);
        }
    }
}
