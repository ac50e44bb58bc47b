package org.banggiao.store;

import java.time.Duration;

/**
 * What one query may use.
 *
 * @param time from the start of the query to its last result, more than zero
 * @param services asks other endpoints where the query says {@code SERVICE}; a store elsewhere makes no use of it
 */
public record QueryLimits(Duration time, ServiceCaller services) {
    /** Thirty seconds. */
    public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofSeconds(30));

    public QueryLimits {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("a query needs time: " + time);
        }
    }

    /** Calls nobody. */
    public QueryLimits(Duration time) {
        this(time, ServiceCaller.NONE);
    }
}
