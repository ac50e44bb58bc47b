package org.banggiao.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * One query on its way to a remote store and back: ends when its time is over, when it is stopped by any thread, and when more comes than
 * an answer may have; whatever it waits for.
 */
final class RemoteCall implements AutoCloseable {
    private final String store;
    private final long mostBytes;
    private final Deadline deadline;
    private volatile boolean stopped;
    private volatile boolean tooMuch;
    private @Nullable CompletableFuture<?> pending;
    private @Nullable InputStream body;

    /**
     * Begins to count the time.
     *
     * @param store its address as it may be shown
     * @param mostBytes of the answer
     */
    RemoteCall(String store, long mostBytes, QueryLimits limits) {
        this.store = store;
        this.mostBytes = mostBytes;
        this.deadline = new Deadline(limits.time(), this::stop);
    }

    /** Ends it now, from any thread; who waits for it gets a {@link QueryCancelledException}. */
    void stop() {
        CompletableFuture<?> waiting;
        InputStream open;
        synchronized (this) {
            stopped = true;
            waiting = pending;
            open = body;
        }
        if (waiting != null) {
            waiting.cancel(true);
        }
        closeQuietly(open);
    }

    /**
     * Sends a request and waits for the head of the answer.
     *
     * @throws QueryCancelledException if the time is over before
     * @throws RemoteFailure if nobody answers
     */
    HttpResponse<InputStream> send(HttpClient client, HttpRequest request) {
        try {
            return once(client, request);
        } catch (LostConnection e) {
            // A connection that was kept open may be closed just now. A query changes nothing: it may be sent again.
            try {
                return once(client, request);
            } catch (LostConnection again) {
                throw unreachable("closed the connection without an answer", again.getCause());
            }
        }
    }

    private HttpResponse<InputStream> once(HttpClient client, HttpRequest request) throws LostConnection {
        var sent = client.sendAsync(request, BodyHandlers.ofInputStream());
        synchronized (this) {
            pending = sent;
        }
        if (stopped) {
            sent.cancel(true);
            throw new QueryCancelledException();
        }
        try {
            var response = sent.get();
            synchronized (this) {
                body = response.body();
            }
            if (stopped) {
                closeQuietly(response.body());
                throw new QueryCancelledException();
            }
            return response;
        } catch (CancellationException e) {
            throw new QueryCancelledException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sent.cancel(true);
            throw new QueryCancelledException();
        } catch (ExecutionException e) {
            if (stopped) {
                throw new QueryCancelledException();
            }
            if (e.getCause() instanceof HttpConnectTimeoutException) {
                throw unreachable("cannot be connected to in time", e.getCause());
            }
            if (e.getCause() instanceof ConnectException) {
                throw unreachable("cannot be connected to", e.getCause());
            }
            if (e.getCause() instanceof IOException) {
                throw new LostConnection(e.getCause());
            }
            throw unreachable("cannot be asked", e.getCause());
        }
    }

    private RemoteFailure unreachable(String what, @Nullable Throwable cause) {
        var reason = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        return new RemoteFailure(
                RemoteFailure.Kind.UNREACHABLE,
                "The store " + store + " " + what + reason + ". Look whether it runs and whether the address is right.",
                Optional.ofNullable(cause));
    }

    /** The body of an answer, as long as it may be read; the rest of a body that is too long is not taken. */
    InputStream bounded(HttpResponse<InputStream> response) {
        return new Bounded(response.body());
    }

    /** What a failure while an answer is read means: the time was over, it was too long, or it is no answer. */
    RuntimeException meaning(RuntimeException failure) {
        if (failure instanceof QueryCancelledException
                || failure instanceof RemoteFailure
                || failure instanceof LimitExceededException) {
            return failure;
        }
        if (tooMuch) {
            return new LimitExceededException("The store's answer has more than " + mostBytes + " bytes.");
        }
        if (stopped) {
            return new QueryCancelledException();
        }
        return new RemoteFailure(
                RemoteFailure.Kind.NONSENSE,
                "The store " + store + " sent what is no result of a query, or only a part of one ("
                        + failure.getMessage() + "). Look into its log.",
                Optional.of(failure));
    }

    /** Called when the answer has been read, or is not wanted any more. */
    @Override
    public void close() {
        deadline.close();
        InputStream open;
        synchronized (this) {
            open = body;
        }
        closeQuietly(open);
    }

    private static void closeQuietly(@Nullable InputStream stream) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                // It is closed for good in any case.
            }
        }
    }

    /** The connection ended before there was an answer. */
    private static final class LostConnection extends Exception {
        private static final long serialVersionUID = 1L;

        LostConnection(Throwable cause) {
            super(cause);
        }
    }

    /** Reads up to as many bytes as an answer may have. */
    private final class Bounded extends FilterInputStream {
        private long left = mostBytes;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            left -= Math.max(n, 0);
            if (left < 0) {
                tooMuch = true;
                in.close();
                throw new IOException("too many bytes");
            }
            return n;
        }
    }
}
