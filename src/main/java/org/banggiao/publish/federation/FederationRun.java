package org.banggiao.publish.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.banggiao.publish.settings.FederationSettings.Member;
import org.banggiao.store.LimitExceededException;
import org.eclipse.rdf4j.federated.FedXConfig;
import org.eclipse.rdf4j.federated.FedXFactory;
import org.eclipse.rdf4j.federated.endpoint.Endpoint;
import org.eclipse.rdf4j.federated.endpoint.EndpointClassification;
import org.eclipse.rdf4j.federated.endpoint.ManagedRepositoryEndpoint;
import org.eclipse.rdf4j.federated.endpoint.provider.SPARQLRepositoryInformation;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one query over the members by FedX. Where a member fails, the query runs again without it, so that an answer is always
 * that of the members which are left, whole, and never a part of what one of them has.
 */
final class FederationRun {
    private static final Logger LOG = LoggerFactory.getLogger(FederationRun.class);

    /** Threads for joins, and as many for unions and optional parts, of one query. */
    private static final int THREADS = 3;

    private static final int VALUES_BLOCK = 50;

    private final List<Partner> partners;
    private final Calls calls;
    private final int mostRows;

    FederationRun(List<Partner> partners, Calls calls, int mostRows) {
        this.partners = partners;
        this.calls = calls;
        this.mostRows = mostRows;
    }

    /** What a query gave. */
    sealed interface Outcome {
        /** Of a SELECT. */
        record Rows(List<String> variables, List<BindingSet> rows) implements Outcome {}

        /** Of an ASK. */
        record Truth(boolean value) implements Outcome {}

        /** Of a CONSTRUCT. */
        record Triples(List<Triple> triples) implements Outcome {}
    }

    /** What is done with a federation that has been opened. */
    private interface Work {
        Outcome with(RepositoryConnection connection);
    }

    Outcome select(String query) {
        return run(connection -> {
            try (var result = connection.prepareTupleQuery(query).evaluate()) {
                var rows = new ArrayList<BindingSet>();
                while (result.hasNext()) {
                    rows.add(result.next());
                    checkSize(rows.size());
                }
                return new Outcome.Rows(result.getBindingNames(), rows);
            }
        });
    }

    Outcome ask(String query) {
        return run(connection ->
                new Outcome.Truth(connection.prepareBooleanQuery(query).evaluate()));
    }

    private void checkSize(int size) {
        if (size > mostRows) {
            throw new LimitExceededException("The answer has more than " + mostRows + " rows.");
        }
    }

    private Outcome run(Work work) {
        while (true) {
            calls.begin();
            var failed = calls.failures();
            var left = partners.stream()
                    .filter(p -> !failed.containsKey(p.member().id()))
                    .toList();
            if (left.isEmpty()) {
                throw new NoMembersException(failed);
            }
            if (!calls.left().isPositive()) {
                throw new QueryCancelledException();
            }
            try {
                var outcome = inTime(() -> once(left, work));
                if (calls.failures().equals(failed)) {
                    return outcome;
                }
            } catch (LimitExceededException | QueryCancelledException e) {
                throw e;
            } catch (RuntimeException e) {
                if (calls.failures().equals(failed)) {
                    throw calls.left().isPositive() ? e : new QueryCancelledException();
                }
                LOG.info("A query is asked again without {}", calls.failures().keySet());
            }
        }
    }

    /** Works in a thread of its own, which is left to itself where the time is over. */
    private Outcome inTime(Supplier<Outcome> work) {
        var outcome = new CompletableFuture<Outcome>();
        var thread = Thread.ofPlatform().daemon().name("federation").start(() -> {
            try {
                outcome.complete(work.get());
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        });
        try {
            return outcome.get(Math.max(1, calls.left().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new QueryCancelledException();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new QueryCancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Outcome once(List<Partner> left, Work work) {
        var config = new FedXConfig()
                .withJoinWorkerThreads(THREADS)
                .withUnionWorkerThreads(THREADS)
                .withLeftJoinWorkerThreads(THREADS)
                .withBoundJoinBlockSize(VALUES_BLOCK)
                .withEnforceMaxQueryTime((int) Math.max(1, calls.left().toSeconds()));
        var federation = FedXFactory.newFederation()
                .withMembers(left.stream().map(this::endpoint).collect(Collectors.toList()))
                .withConfig(config)
                .create();
        try (var connection = federation.getConnection()) {
            return work.with(connection);
        } finally {
            federation.shutDown();
        }
    }

    private Endpoint endpoint(Partner partner) {
        var id = partner.member().id();
        var address = partner.member().endpoint().equals(Member.OWN)
                ? "http://own.invalid/sparql"
                : partner.member().endpoint();
        var repository = new SPARQLRepository(address);
        repository.setHttpClient(new MemberClient(partner, calls));
        return new ManagedRepositoryEndpoint(
                new SPARQLRepositoryInformation("http://" + id, address),
                address,
                EndpointClassification.Remote,
                repository);
    }

    /** No member answered. */
    static final class NoMembersException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> failures;

        NoMembersException(Map<String, String> failures) {
            super("no member answers: " + failures);
            this.failures = failures;
        }

        Map<String, String> failures() {
            return failures;
        }
    }
}
