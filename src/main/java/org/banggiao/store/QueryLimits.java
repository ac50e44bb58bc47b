package org.banggiao.store;

import java.time.Duration;

/**
 * What one query may use.
 *
 * @param time from the start of the query to its last result, more than zero
 */
public record QueryLimits(Duration time) {
    /** Thirty seconds. */
    public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofSeconds(30));

    public QueryLimits {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("a query needs time: " + time);
        }
    }
}
