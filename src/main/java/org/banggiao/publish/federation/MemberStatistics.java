package org.banggiao.publish.federation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What became of the requests to a member since the service started. Safe for many threads. */
final class MemberStatistics {
    private static final int LATEST = 256;

    private final InstantSource clock;
    private final long slowNanos;
    private final long[] latest = new long[LATEST];
    private long requests;
    private long failures;
    private long answers;
    private long bytes;
    private MemberState state = MemberState.UNKNOWN;
    private @Nullable Instant since;
    private @Nullable Instant looked;
    private @Nullable String lastFailure;
    private @Nullable Instant failedAt;
    private boolean isFailing;
    private OptionalLong triples = OptionalLong.empty();
    private @Nullable Instant countedAt;

    /**
     * Knows nothing yet.
     *
     * @param slow an answer that takes longer than this makes the member slow
     */
    MemberStatistics(InstantSource clock, Duration slow) {
        this.clock = clock;
        this.slowNanos = slow.toNanos();
    }

    /**
     * How a member does.
     *
     * @param since when the state began, as far as was seen
     * @param looked when it was last asked for anything
     * @param failing why the last request failed; empty where it was answered, or nothing was asked
     * @param lastFailure why the last one that failed did
     * @param triples in it, where that was counted
     * @param measures of the requests for clients
     */
    record Health(
            MemberState state,
            Optional<Instant> since,
            Optional<Instant> looked,
            Optional<String> failing,
            Optional<String> lastFailure,
            OptionalLong triples,
            MemberMeasures measures) {}

    /** A request for a client was answered. */
    synchronized void answered(long tookNanos, long size) {
        latest[(int) (answers % LATEST)] = tookNanos;
        answers++;
        requests++;
        bytes += size;
        seen(tookNanos);
    }

    /** A request for a client was not answered as it should. */
    synchronized void failed(MemberException failure) {
        requests++;
        failures++;
        seen(failure);
    }

    /** The member was looked at, for no client, and answered. */
    synchronized void seen(long tookNanos) {
        isFailing = false;
        become(tookNanos > slowNanos ? MemberState.SLOW : MemberState.UP);
    }

    /** The member was looked at, for no client, and did not answer as it should. */
    synchronized void seen(MemberException failure) {
        lastFailure = String.valueOf(failure.getMessage());
        failedAt = clock.instant();
        isFailing = true;
        become(failure.state());
    }

    private void become(MemberState now) {
        looked = clock.instant();
        if (now != state) {
            state = now;
            since = looked;
        }
    }

    /** Its triples were counted; empty where it does not tell. */
    synchronized void counted(OptionalLong number) {
        triples = number;
        countedAt = clock.instant();
    }

    /** Whether it is longer ago than this that the member was asked for anything. */
    synchronized boolean isUnseenFor(Duration time) {
        return isBefore(looked, time);
    }

    /** Whether it answers, and it is longer ago than this that its triples were counted. */
    synchronized boolean isUncountedFor(Duration time) {
        return !isFailing && isBefore(countedAt, time);
    }

    private boolean isBefore(@Nullable Instant then, Duration time) {
        return then == null || then.plus(time).isBefore(clock.instant());
    }

    /** Why the member is not asked for now: it failed less than this time ago. */
    synchronized Optional<String> rests(Duration rest) {
        return isFailing && !isBefore(failedAt, rest) ? Optional.ofNullable(lastFailure) : Optional.empty();
    }

    synchronized Health health() {
        var known = Arrays.copyOf(latest, (int) Math.min(answers, LATEST));
        Arrays.sort(known);
        var last = Optional.ofNullable(lastFailure);
        return new Health(
                state,
                Optional.ofNullable(since),
                Optional.ofNullable(looked),
                isFailing ? last : Optional.empty(),
                last,
                triples,
                new MemberMeasures(requests, failures, bytes, share(known, 0.5), share(known, 0.99)));
    }

    /** Milliseconds that this share of the times does not exceed. */
    private static Optional<Double> share(long[] sorted, double share) {
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6);
    }
}
