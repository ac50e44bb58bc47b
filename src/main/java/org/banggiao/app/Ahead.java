package org.banggiao.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A value that another thread works out ahead of the need for it. Who asks gets the value, or what was thrown instead. */
final class Ahead<T> implements Supplier<T> {
    private final CompletableFuture<T> value;

    private Ahead(CompletableFuture<T> value) {
        this.value = value;
    }

    /** Starts the work on a thread that does not keep the JVM alive. */
    static <T> Ahead<T> of(Supplier<T> work) {
        return new Ahead<>(CompletableFuture.supplyAsync(work));
    }

    /** Starts the work on one of these threads. */
    static <T> Ahead<T> of(Supplier<T> work, Executor threads) {
        return new Ahead<>(CompletableFuture.supplyAsync(work, threads));
    }

    /** Waits for the value; throws what the work threw. */
    @Override
    public T get() {
        try {
            return value.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
