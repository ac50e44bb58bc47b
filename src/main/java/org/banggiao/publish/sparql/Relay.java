package org.banggiao.publish.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.banggiao.store.LimitExceededException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on one answer by a thread of its own, while the thread of the request hands on what is ready, watches the clock, and
 * looks whether the client is still there. Whatever the work is busy with, the request is answered in time.
 */
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int CHUNK = 32 * 1024;
    private static final int CHUNKS_READY = 4;
    private static final Duration LOOK = Duration.ofMillis(200);

    private final BlockingQueue<Piece> ready = new ArrayBlockingQueue<>(CHUNKS_READY);
    private final long mostBytes;
    private volatile @Nullable RuntimeException stopped;
    private volatile Runnable abort = () -> {};

    /**
     * A relay for one answer.
     *
     * @param mostBytes of the answer
     */
    Relay(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Some of the answer, perhaps the last of it; or what went wrong. */
    private record Piece(
            byte[] bytes, boolean isEnd, @Nullable Throwable failure) {}

    /** Makes an answer. */
    interface Work {
        /** Writes the answer, having said through {@link Relay#abortBy} how it is stopped. */
        void write(OutputStream out);
    }

    /** Says how the work is stopped; that is done at once where it has been asked for already. */
    void abortBy(Runnable stop) {
        abort = stop;
        if (stopped != null) {
            stop.run();
        }
    }

    /** Stops the work; its request fails with this. */
    void stop(RuntimeException why) {
        if (stopped == null) {
            stopped = why;
        }
        abort.run();
    }

    /** Does the work; for the thread of the work. */
    void work(Work work) {
        var out = new Chunks();
        Piece last;
        try {
            work.write(out);
            // With the end at once: a thread that waits for each is woken once for an answer of one piece.
            last = new Piece(out.rest(), true, null);
        } catch (RuntimeException | Error e) {
            // Writers wrap what stops them.
            last = new Piece(new byte[0], true, out.tooMuch == null ? e : out.tooMuch);
        }
        try {
            put(last);
        } catch (RuntimeException e) {
            LOG.debug("Nobody waits for the end of an answer any more", e);
        }
    }

    private void put(Piece piece) {
        try {
            while (!ready.offer(piece, LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                var why = stopped;
                if (why != null) {
                    // Nobody takes what is ready any more.
                    throw why;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Hands on all of the answer; for the thread of the request.
     *
     * @param deadlineNanos of {@link System#nanoTime}
     * @param isGone whether the client has gone
     * @throws IOException if the client has gone
     */
    void handOn(OutputStream out, long deadlineNanos, RuntimeException timeOver, BooleanSupplier isGone)
            throws IOException {
        boolean isWhole = false;
        try {
            while (!isWhole) {
                var piece = next(deadlineNanos, timeOver, isGone);
                out.write(piece.bytes);
                isWhole = piece.isEnd;
            }
        } finally {
            if (!isWhole) {
                stop(timeOver);
            }
        }
    }

    private Piece next(long deadlineNanos, RuntimeException timeOver, BooleanSupplier isGone) throws IOException {
        while (true) {
            var why = stopped;
            if (why != null) {
                throw why;
            }
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                throw timeOver;
            }
            try {
                var piece = ready.poll(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS);
                if (piece != null) {
                    return checked(piece);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the service ends", e);
            }
            if (isGone.getAsBoolean()) {
                throw new ClientGoneException();
            }
        }
    }

    private Piece checked(Piece piece) {
        var why = stopped;
        if (piece.failure != null && why != null) {
            throw why;
        }
        switch (piece.failure) {
            case null -> {}
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(piece.failure);
        }
        return piece;
    }

    /** The client has closed its connection before it had the answer. */
    static final class ClientGoneException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Collects what is written into chunks and puts them where the request takes them. Writers' flushes are not followed. */
    private final class Chunks extends OutputStream {
        private byte[] chunk = new byte[CHUNK];
        private int filled;
        private long written;
        private @Nullable LimitExceededException tooMuch;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written += length;
            if (written > mostBytes) {
                tooMuch = new LimitExceededException("The answer has more than " + mostBytes + " bytes.");
                throw tooMuch;
            }
            int from = offset;
            int left = length;
            while (left > 0) {
                int n = Math.min(left, CHUNK - filled);
                System.arraycopy(bytes, from, chunk, filled, n);
                filled += n;
                from += n;
                left -= n;
                if (filled == CHUNK) {
                    put(new Piece(chunk, false, null));
                    chunk = new byte[CHUNK];
                    filled = 0;
                }
            }
        }

        /** What has been written and not been put. */
        byte[] rest() {
            return Arrays.copyOf(chunk, filled);
        }
    }
}
