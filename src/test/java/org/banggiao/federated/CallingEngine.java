package org.banggiao.federated;

import java.util.List;
import java.util.Map;

/** An engine that asks the members of an example. */
interface CallingEngine extends AutoCloseable {
    String name();

    /**
     * The rows of an answer, each as its values by name in the form of N-Triples, sorted; equal rows stand as often as they came.
     *
     * @param endpoints where the members are
     * @throws RuntimeException where the engine tells of a failure
     */
    List<String> ask(FederatedExample example, Map<Member, String> endpoints);

    /** The milliseconds that the last query took, from asking to the last row, without turning rows to text. */
    double millis();

    @Override
    default void close() {}
}
