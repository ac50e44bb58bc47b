package org.banggiao.publish.sparql;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a number in at once; as many as there are places wait for a while, in turn; who comes beyond that is sent away. */
final class Gate {
    private final int inside;
    private final int places;
    private final Duration patience;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * A gate.
     *
     * @param inside how many may be inside at once
     * @param places how many may wait
     * @param patience how long one waits
     */
    Gate(int inside, int places, Duration patience) {
        this.inside = inside;
        this.places = places;
        this.patience = patience;
        this.free = new Semaphore(inside, true);
    }

    /** Goes in, perhaps after waiting; false where there is no place, or nobody left in time. */
    boolean enter() throws InterruptedException {
        if (free.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            return true;
        }
        if (waiting.incrementAndGet() > places) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Called once, by any thread, for each that went in. */
    void leave() {
        free.release();
    }

    int inside() {
        return inside - free.availablePermits();
    }

    int waiting() {
        return waiting.get();
    }
}
