package org.banggiao.publish.sparql;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.PublishSettings.Limits;

/** Who may ask how much at once: each client some requests, all together some queries; a few more wait a little. */
public final class Admission {
    private final Limits limits;
    private final Gate queries;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    public Admission(Limits limits) {
        this.limits = limits;
        this.queries = new Gate(limits.atOnce(), limits.waiting(), limits.waitTime());
    }

    /** A place that is given back once, however often it is closed, by any thread. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lets a client's request in.
     *
     * @param client its address
     * @throws Refusal if the client has too many open already
     */
    Place client(String client) {
        var its = clients.compute(client, (address, known) -> {
            var one = known == null
                    ? new Client(new Gate(limits.atOncePerClient(), limits.waiting(), limits.waitTime()))
                    : known;
            one.users++;
            return one;
        });
        Runnable forget = () -> clients.computeIfPresent(client, (address, known) -> --known.users == 0 ? null : known);
        if (!enter(its.gate)) {
            forget.run();
            throw Refusal.tooManyRequests(limits);
        }
        return once(() -> {
            its.gate.leave();
            forget.run();
        });
    }

    /**
     * Lets a query run.
     *
     * @throws Refusal if too many run and wait
     */
    Place query() {
        if (!enter(queries)) {
            throw Refusal.busy(limits);
        }
        return once(queries::leave);
    }

    /** Work that may fail as reading and writing do. */
    public interface Work {
        void run() throws IOException;
    }

    /**
     * Does some work for a client in a place for queries.
     *
     * @param client its address
     * @return why it was not let in; empty where the work has been done
     */
    public Optional<Problem> admit(String client, Work work) throws IOException {
        try (var its = client(client);
                var place = query()) {
            work.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem());
        }
    }

    private static boolean enter(Gate gate) {
        try {
            return gate.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Place once(Runnable leave) {
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave.run();
            }
        };
    }

    /** Whether the next query would be sent away. */
    public boolean isFull() {
        return queries.inside() >= limits.atOnce() && queries.waiting() >= limits.waiting();
    }

    /** Queries that run now. */
    public int running() {
        return queries.inside();
    }

    /** Queries that wait for one that runs to end. */
    public int waiting() {
        return queries.waiting();
    }

    /** A gate with the number of those who stand at it or are inside. */
    private static final class Client {
        private final Gate gate;
        private int users;

        Client(Gate gate) {
            this.gate = gate;
        }
    }
}
