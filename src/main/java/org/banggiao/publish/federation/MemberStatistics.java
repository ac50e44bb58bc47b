package org.banggiao.publish.federation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What became of the requests to a member since the service started. Safe for many threads. */
final class MemberStatistics {
    private static final int LATEST = 256;

    private final LongSupplier nanos;
    private final long[] latest = new long[LATEST];
    private long requests;
    private long failures;
    private long answers;
    private @Nullable String lastFailure;
    private long failedAt;
    private boolean isFailing;

    MemberStatistics(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * What is known of a member.
     *
     * @param requests how many it was sent
     * @param failures how many of them it did not answer as it should
     * @param median milliseconds of its latest answers; empty where there are none
     * @param failing why the last request failed; empty where it was answered, or nothing was asked
     * @param lastFailure why the last one that failed did
     */
    record Health(
            long requests,
            long failures,
            Optional<Double> median,
            Optional<String> failing,
            Optional<String> lastFailure) {}

    synchronized void answered(long tookNanos) {
        latest[(int) (answers % LATEST)] = tookNanos;
        answers++;
        requests++;
        isFailing = false;
    }

    synchronized void failed(String why) {
        requests++;
        failures++;
        lastFailure = why;
        failedAt = nanos.getAsLong();
        isFailing = true;
    }

    /** Why the member is not asked for now: it failed less than this time ago. */
    synchronized Optional<String> rests(Duration rest) {
        return isFailing && nanos.getAsLong() - failedAt < rest.toNanos()
                ? Optional.ofNullable(lastFailure)
                : Optional.empty();
    }

    synchronized Health health() {
        var known = Arrays.copyOf(latest, (int) Math.min(answers, LATEST));
        Arrays.sort(known);
        var median = known.length == 0 ? Optional.<Double>empty() : Optional.of(known[(known.length - 1) / 2] / 1e6);
        var last = Optional.ofNullable(lastFailure);
        return new Health(requests, failures, median, isFailing ? last : Optional.empty(), last);
    }
}
