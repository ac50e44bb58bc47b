package org.banggiao.publish.keep;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often each client did something in this hour. Beyond a number of clients, the one seen first is forgotten. */
public final class HourlyRate {
    private static final long HOUR = 3600;
    private static final int MOST_CLIENTS = 10_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Integer> times = new LinkedHashMap<>();
    private long hour;

    /**
     * A rate.
     *
     * @param most how often in an hour of the clock
     */
    public HourlyRate(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts once more; where that is too often, the seconds until the next hour begins. */
    public synchronized Optional<Long> take(String client) {
        long now = clock.instant().getEpochSecond();
        if (now / HOUR != hour) {
            hour = now / HOUR;
            times.clear();
        }
        if (times.getOrDefault(client, 0) >= most) {
            return Optional.of(HOUR - now % HOUR);
        }
        times.merge(client, 1, Integer::sum);
        if (times.size() > MOST_CLIENTS) {
            times.remove(times.keySet().iterator().next());
        }
        return Optional.empty();
    }
}
