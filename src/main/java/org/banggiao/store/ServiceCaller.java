package org.banggiao.store;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;

/** Asks other endpoints where a query says {@code SERVICE} (SPARQL 1.1 Federated Query). Safe for many threads. */
public interface ServiceCaller {
    /** Calls nobody. */
    ServiceCaller NONE = new ServiceCaller() {
        @Override
        public List<String> addresses() {
            return List.of();
        }

        @Override
        public int mostCalls() {
            return 0;
        }

        @Override
        public int mostRows() {
            return 0;
        }

        @Override
        public List<Binding> rows(String address, Query query) {
            throw new IllegalArgumentException("no endpoint may be called: " + address);
        }
    };

    /** The endpoints that may be called; no others are. */
    List<String> addresses();

    /** How many requests one query may cause. */
    int mostCalls();

    /** How many rows one query may get by them. */
    int mostRows();

    /**
     * Asks an endpoint.
     *
     * @param address one of {@link #addresses}
     * @param query a SELECT
     * @throws ServiceFailure if the endpoint does not answer as it should within its bounds
     */
    List<Binding> rows(String address, Query query);
}
