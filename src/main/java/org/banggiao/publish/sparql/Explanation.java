package org.banggiao.publish.sparql;

import org.banggiao.publish.http.Problem;

/** How a query is run. */
public sealed interface Explanation {
    /**
     * It ran.
     *
     * @param plan its algebra as the engine takes it; the order of the patterns of a group is chosen when it runs, by counts
     * @param milliseconds how long it took until its result was there
     * @param rows rows or triples of the result; of a truth value 1
     * @param isCut whether there are more
     */
    record Made(String plan, long milliseconds, int rows, boolean isCut) implements Explanation {}

    /** It did not run, and why. */
    record Refused(Problem problem) implements Explanation {}
}
