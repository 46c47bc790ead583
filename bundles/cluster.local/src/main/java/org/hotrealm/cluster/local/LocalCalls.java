package org.hotrealm.cluster.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RemoteFailure;
import org.jspecify.annotations.Nullable;

/** Calls from nodes of this process to each other, on a virtual thread each. */
final class LocalCalls {

    private final Map<Address, Function<byte[], CompletionStage<byte[]>>> handlers = new ConcurrentHashMap<>();

    private record Address(String nodeId, String operation) {}

    Registration serve(String nodeId, String operation, Function<byte[], CompletionStage<byte[]>> handler) {
        Address address = new Address(nodeId, operation);
        handlers.put(address, handler);
        return () -> handlers.remove(address, handler);
    }

    CompletionStage<byte[]> call(String nodeId, String operation, byte[] request, Duration within) {
        var handler = handlers.get(new Address(nodeId, operation));
        if (handler == null) {
            return CompletableFuture.failedStage(
                    new RemoteFailure(0, "node %s does not serve '%s'".formatted(nodeId, operation)));
        }
        byte[] copy = request.clone();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("call-" + operation).start(() -> run(handler, copy, answer));
        return answer.orTimeout(within.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(asCallerSees(failure, nodeId, operation, within)));
    }

    private static void run(
            Function<byte[], CompletionStage<byte[]>> handler, byte[] request, CompletableFuture<byte[]> answer) {
        try {
            handler.apply(request).whenComplete((bytes, failure) -> finish(answer, bytes, failure));
        } catch (RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
        }
    }

    private static void finish(CompletableFuture<byte[]> answer, byte @Nullable [] bytes, @Nullable Throwable failure) {
        if (failure != null) {
            answer.completeExceptionally(failure);
        } else {
            answer.complete(bytes == null ? new byte[0] : bytes);
        }
    }

    private static Throwable asCallerSees(Throwable failure, String nodeId, String operation, Duration within) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case RemoteFailure remote -> remote;
            case TimeoutException timeout
            when timeout.getMessage() == null ->
                new TimeoutException(
                        "node %s did not answer '%s' within %d ms".formatted(nodeId, operation, within.toMillis()));
            default -> new RemoteFailure(0, String.valueOf(cause.getMessage()));
        };
    }
}
