package org.banggiao.publish.federation;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.banggiao.publish.settings.FederationSettings;
import org.banggiao.store.Store;

/** The requests to members for one answer: counted, timed, within the time of the whole. Safe for many threads. */
final class Calls {
    private final FederationSettings settings;
    private final Store store;
    private final long deadline;
    private final Map<String, Asked> asked = new TreeMap<>();
    private final Map<String, String> failures = new TreeMap<>();
    private int failedBefore;

    Calls(FederationSettings settings, Store store, Duration time) {
        this.settings = settings;
        this.store = store;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /**
     * What one member was asked.
     *
     * @param requests how many
     * @param nanos how long they took together
     */
    record Asked(long requests, long nanos) {}

    /**
     * Asks a member.
     *
     * @throws MemberException if it does not answer as it should; that is noted
     */
    byte[] ask(Partner partner, String query) throws IOException {
        var left = left();
        if (!left.isPositive()) {
            // The time of the whole is over, which is no fault of the member.
            throw new IOException("no time is left");
        }
        var time = left.compareTo(settings.memberTime()) < 0 ? left : settings.memberTime();
        long start = System.nanoTime();
        var transport = partner.transport().map(t -> (Transport) t).orElseGet(() -> new OwnTransport(store));
        try {
            var answer = transport.ask(query, time);
            partner.statistics().answered(System.nanoTime() - start, answer.length);
            return answer;
        } catch (MemberException e) {
            if (left().isPositive() && isFirst(partner.member().id(), String.valueOf(e.getMessage()))) {
                partner.statistics().failed(e);
            }
            throw e;
        } finally {
            count(partner.member().id(), System.nanoTime() - start);
        }
    }

    /** What is left of the time of the whole. */
    Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    private synchronized void count(String id, long nanos) {
        asked.merge(id, new Asked(1, nanos), (a, b) -> new Asked(a.requests + b.requests, a.nanos + b.nanos));
    }

    /**
     * A new attempt begins, in which one failure is noted: where one member fails, the engine ends its other requests, and those
     * members are not to blame.
     */
    synchronized void begin() {
        failedBefore = failures.size();
    }

    private synchronized boolean isFirst(String id, String why) {
        boolean isFirst = failures.size() == failedBefore;
        if (isFirst) {
            failures.put(id, why);
        }
        return isFirst;
    }

    /** Notes that a member is left out. */
    synchronized void failed(String id, String why) {
        failures.putIfAbsent(id, why);
    }

    /** What the members were asked, by id. */
    synchronized Map<String, Asked> asked() {
        return new TreeMap<>(asked);
    }

    /** Which members failed, and why, by id. */
    synchronized Map<String, String> failures() {
        return new TreeMap<>(failures);
    }
}
