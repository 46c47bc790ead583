package org.hotrealm.cluster.redis;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RemoteFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls from node to node: a channel for each node's calls, one for the answers to each process, numbers to match them. */
final class Calls {

    /** Refused because the node has too much to do. */
    static final int BUSY = 503;

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Redis redis;
    private final Channels channels;
    private final Keys keys;
    private final Settings settings;
    private final boolean countsReceivers;
    private final String replies;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<byte[]>> pending = new ConcurrentHashMap<>();
    private final Map<Address, Function<byte[], CompletionStage<byte[]>>> handlers = new ConcurrentHashMap<>();
    private final Semaphore room;

    private record Address(String nodeId, String operation) {}

    Calls(Redis redis, Channels channels, Keys keys, Settings settings, String instance, boolean countsReceivers) {
        this.redis = redis;
        this.channels = channels;
        this.keys = keys;
        this.settings = settings;
        this.countsReceivers = countsReceivers;
        replies = keys.replies(instance);
        room = new Semaphore(settings.callsMax());
        channels.subscribe(replies, guarded(this::answered));
    }

    Registration serve(String nodeId, String operation, Function<byte[], CompletionStage<byte[]>> handler) {
        Address address = new Address(nodeId, operation);
        handlers.put(address, handler);
        Registration channel =
                channels.subscribe(keys.calls(nodeId), guarded(bytes -> called(address, handler, bytes)));
        return () -> {
            handlers.remove(address, handler);
            channel.close();
        };
    }

    CompletionStage<byte[]> call(String nodeId, String operation, byte[] request, Duration within) {
        if (pending.size() >= settings.queueMax()) {
            return CompletableFuture.failedStage(
                    new RemoteFailure(BUSY, "%d calls wait for answers already".formatted(settings.queueMax())));
        }
        long number = numbers.incrementAndGet();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        pending.put(number, answer);
        byte[] frame = Frames.bytes(new Frames.Call(number, replies, operation, request));
        redis.run(r -> r.publish(keys.calls(nodeId), frame))
                .whenComplete((receivers, failure) -> sent(nodeId, operation, answer, receivers, failure));
        return answer.orTimeout(within.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((bytes, failure) -> pending.remove(number))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(asCallerSees(failure, nodeId, operation, within)));
    }

    private void sent(
            String nodeId,
            String operation,
            CompletableFuture<byte[]> answer,
            @org.jspecify.annotations.Nullable Long receivers,
            @org.jspecify.annotations.Nullable Throwable failure) {
        if (failure != null) {
            answer.completeExceptionally(new RemoteFailure(
                    0, "'%s' did not reach node %s: %s".formatted(operation, nodeId, failure.getMessage())));
        } else if (countsReceivers && receivers != null && receivers == 0) {
            answer.completeExceptionally(
                    new RemoteFailure(0, "node %s is gone: nobody there hears '%s'".formatted(nodeId, operation)));
        }
    }

    private void answered(byte[] bytes) {
        Frames.Reply reply = Frames.reply(bytes);
        CompletableFuture<byte[]> answer = pending.remove(reply.id());
        if (answer == null) {
            return;
        }
        // Off the client's thread: what waits for the answer may do anything.
        Thread.ofVirtual().name("call-answer").start(() -> {
            if (reply.failed()) {
                answer.completeExceptionally(new RemoteFailure(reply.code(), reply.words()));
            } else {
                answer.complete(reply.body());
            }
        });
    }

    private void called(Address address, Function<byte[], CompletionStage<byte[]>> handler, byte[] bytes) {
        Frames.Call call = Frames.call(bytes);
        // A handler that has been replaced and not yet closed must not answer beside its successor.
        if (!call.operation().equals(address.operation()) || handlers.get(address) != handler) {
            return;
        }
        if (!room.tryAcquire()) {
            reply(
                    call,
                    Frames.Reply.failure(
                            call.id(), new RemoteFailure(BUSY, "node %s is busy".formatted(address.nodeId()))));
            return;
        }
        Thread.ofVirtual().name("call-" + call.operation()).start(() -> answer(handler, call));
    }

    private void answer(Function<byte[], CompletionStage<byte[]>> handler, Frames.Call call) {
        CompletionStage<byte[]> answer;
        try {
            answer = handler.apply(call.body());
        } catch (RuntimeException | LinkageError e) {
            answer = CompletableFuture.failedStage(e);
        }
        answer.whenComplete((body, failure) -> {
            room.release();
            reply(
                    call,
                    failure == null
                            ? Frames.Reply.answer(call.id(), body == null ? new byte[0] : body)
                            : Frames.Reply.failure(call.id(), asRemote(failure)));
        });
    }

    private void reply(Frames.Call call, Frames.Reply reply) {
        byte[] frame = Frames.bytes(reply);
        redis.run(r -> r.publish(call.replyTo(), frame));
    }

    private static RemoteFailure asRemote(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof RemoteFailure remote
                ? remote
                : new RemoteFailure(0, String.valueOf(cause.getMessage()));
    }

    private static Throwable asCallerSees(Throwable failure, String nodeId, String operation, Duration within) {
        return switch (cause(failure)) {
            case RemoteFailure remote -> remote;
            case TimeoutException timeout ->
                new TimeoutException(
                        "node %s did not answer '%s' within %d ms".formatted(nodeId, operation, within.toMillis()));
            case Throwable other -> new RemoteFailure(0, String.valueOf(other.getMessage()));
        };
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static Consumer<byte[]> guarded(Consumer<byte[]> listener) {
        return bytes -> {
            try {
                listener.accept(bytes);
            } catch (RuntimeException e) {
                LOG.warn("a frame of another node is passed over: {}", e.getMessage());
            }
        };
    }
}
