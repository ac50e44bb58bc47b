package org.banggiao.store;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Raises the signal at which a query ends, once its time is over. The engine's own clock waits for a lock that is held while a
 * query is begun, which can take as long as the query itself.
 */
final class Deadline implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final AtomicBoolean signal = new AtomicBoolean();
    private final ScheduledFuture<?> alarm;

    Deadline(Duration time) {
        this(time, () -> {});
    }

    /**
     * Begins to wait.
     *
     * @param atOnce what is done when the signal is raised; quick, since others wait for the same clock
     */
    Deadline(Duration time, Runnable atOnce) {
        this.alarm = CLOCK.schedule(
                () -> {
                    signal.set(true);
                    atOnce.run();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** What the engine looks at between two steps; true from the deadline on. */
    AtomicBoolean signal() {
        return signal;
    }

    /** The query has ended by itself. */
    @Override
    public void close() {
        alarm.cancel(false);
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "query-clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
