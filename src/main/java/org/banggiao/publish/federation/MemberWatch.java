package org.banggiao.publish.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.query.ResultSetFactory;
import org.banggiao.publish.settings.FederationSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks in the background how members do that nobody asked for a while. Each is looked at once at a time, however many want to
 * know, and how many triples it has is asked once an hour.
 */
final class MemberWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MemberWatch.class);
    private static final String ANYTHING = "ASK { ?s ?p ?o }";
    private static final String TRIPLES = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final Duration UNSEEN = Duration.ofSeconds(30);
    private static final long WAIT_MILLIS = 400;

    private final Duration time;
    private final Map<String, CompletableFuture<Void>> looks = new ConcurrentHashMap<>();

    MemberWatch(FederationSettings settings) {
        this.time = settings.memberTime();
    }

    /** Begins to look at those that need it, and waits a moment for what comes. */
    void look(Collection<Partner> partners) {
        var begun = partners.stream()
                .filter(p -> p.transport().isPresent())
                .filter(p ->
                        p.statistics().isUnseenFor(UNSEEN) || p.statistics().isUncountedFor(COUNTED))
                .map(this::look)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(begun).get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("some members are still looked at", e);
        } catch (ExecutionException e) {
            LOG.warn("a member could not be looked at", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> look(Partner partner) {
        return looks.computeIfAbsent(partner.member().id(), id -> {
            var look = new CompletableFuture<Void>();
            Thread.ofVirtual().name("federation-watch").start(() -> {
                try {
                    seen(partner);
                } finally {
                    looks.remove(id);
                    look.complete(null);
                }
            });
            return look;
        });
    }

    private void seen(Partner partner) {
        var transport = partner.transport().orElseThrow();
        long start = System.nanoTime();
        try {
            transport.ask(ANYTHING, time);
            partner.statistics().seen(System.nanoTime() - start);
        } catch (MemberException e) {
            partner.statistics().seen(e);
            return;
        } catch (IOException e) {
            LOG.debug("a member was not looked at", e);
            return;
        }
        if (partner.statistics().isUncountedFor(COUNTED)) {
            partner.statistics().counted(triples(transport));
        }
    }

    /** How many triples a member has, where it tells in time: it need not. */
    private OptionalLong triples(RemoteTransport transport) {
        try {
            var rows = ResultSetFactory.fromJSON(new ByteArrayInputStream(transport.ask(TRIPLES, time)));
            return OptionalLong.of(rows.next().getLiteral("n").getLong());
        } catch (IOException | RuntimeException e) {
            LOG.debug("a member does not tell how many triples it has", e);
            return OptionalLong.empty();
        }
    }
}
