package org.hotrealm.net.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;

/**
 * Lets whoever is refused all the time wait for the next refusal: a program that tries again as soon as it is answered then
 * tries twice a second instead of thousands of times, and the players beside it do not notice. What is not refused is never
 * held up. What waits is bounded by the connections that wait for it. Any thread.
 */
final class Tarpit {

    private final Map<String, Bucket> refused = new ConcurrentHashMap<>();
    private final Sockets sockets;

    Tarpit(Sockets sockets) {
        this.sockets = sockets;
    }

    /** Answers now, or later where this client was refused too often within the last second. */
    void answer(Request request, int status, Runnable answer) {
        int perSecond = sockets.settings().limits().refusals();
        if (status < 400 || perSecond == 0 || sockets.isClosing()) {
            answer.run();
            return;
        }
        String address = ClientAddress.of(request, sockets.settings());
        if (patient(Door.site(address), perSecond)) {
            answer.run();
            return;
        }
        int delay = sockets.settings().times().refusal();
        sockets.offended(Offence.REFUSALS, "more than %d refusals a second".formatted(perSecond), address);
        request.getComponents().getScheduler().schedule(answer, delay, TimeUnit.MILLISECONDS);
    }

    private boolean patient(String site, int perSecond) {
        boolean[] within = new boolean[1];
        refused.compute(site, (_, bucket) -> {
            Bucket counted = bucket == null ? new Bucket(perSecond) : bucket;
            within[0] = counted.take(System.nanoTime());
            return counted;
        });
        return within[0];
    }

    /** Forgets whom it is not due to be strict with any more. */
    void sweep(long nowNanos) {
        refused.values().removeIf(bucket -> bucket.idle(nowNanos));
    }
}
