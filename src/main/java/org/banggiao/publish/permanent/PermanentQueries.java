package org.banggiao.publish.permanent;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.keep.HourlyRate;
import org.banggiao.publish.settings.PublishSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps queries under an address, within bounds, and finds them again. For many threads at once. */
public final class PermanentQueries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PermanentQueries.class);

    private final PublishSettings.PermanentQueries settings;
    private final Clock clock;
    private final HourlyRate rate;
    private final QueryFile file;

    /**
     * Reads what has been kept.
     *
     * @param clock tells the day on which a query is kept
     * @throws org.banggiao.issue.FaultException if the file cannot be used
     */
    public PermanentQueries(PublishSettings.PermanentQueries settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.rate = new HourlyRate(settings.perHour(), clock);
        this.file = settings.enabled() ? QueryFile.read(settings.file()) : QueryFile.none();
    }

    /** Whether queries are kept here at all. */
    public boolean isOn() {
        return settings.enabled();
    }

    /** A query by its id. */
    public synchronized Optional<PermanentQuery> find(String id) {
        return Optional.ofNullable(file.queries().get(id));
    }

    /** What became of the wish to keep a query. */
    public sealed interface Outcome {
        /** It has an address; new is whether it has one since now. */
        record Kept(PermanentQuery query, boolean isNew) implements Outcome {}

        /** It has none, and why. */
        record Refused(Problem problem) implements Outcome {}
    }

    /**
     * Keeps a query that has been found to be one. Where it has been kept already, that costs nothing.
     *
     * @param release the release that it is to ask for ever; empty for the current one each time
     * @param client the address of who asks
     */
    public synchronized Outcome keep(String text, Optional<String> release, String client) {
        if (!isOn()) {
            return new Outcome.Refused(off());
        }
        var query = PermanentQuery.of(text, release, LocalDate.now(clock));
        var known = file.queries().get(query.id());
        if (known != null) {
            return new Outcome.Kept(known, false);
        }
        if (query.text().length() > settings.queryLength()) {
            return refused(
                    413,
                    "request-too-large",
                    "The request is too large",
                    "A query that is kept may have " + settings.queryLength() + " characters; this one has "
                            + query.text().length() + ".");
        }
        if (file.queries().size() >= settings.maxEntries()
                || file.size() + QueryFile.line(query).length > settings.maxBytes()) {
            LOG.warn("The file of permanent queries, {}, is full: no more are kept", settings.file());
            return refused(
                    507,
                    "queries-full",
                    "No more queries are kept",
                    "The file of permanent queries is full. Those that are kept stay; a link with the query in it works"
                            + " without. Its operator can raise banggiao.permanent-queries.max-entries and max-bytes.");
        }
        var wait = rate.take(client);
        if (wait.isPresent()) {
            return new Outcome.Refused(new Problem(
                    429,
                    "too-many-queries-kept",
                    "Too many queries kept",
                    "One client may keep " + settings.perHour() + " queries in an hour.",
                    Map.of(Problem.RETRY_AFTER, wait.get())));
        }
        try {
            file.add(query);
            return new Outcome.Kept(query, true);
        } catch (IOException e) {
            LOG.error("A query could not be kept in {}: {}", settings.file(), e.toString());
            return refused(
                    503,
                    "queries-unwritable",
                    "The query could not be kept",
                    "The file of permanent queries could not be written; the log of the service tells why. Nothing was"
                            + " kept.");
        }
    }

    /** What is told where queries are not kept. */
    private static Problem off() {
        return new Problem(
                404,
                "queries-off",
                "Queries are not kept here",
                "This service gives queries no address of their own. A link with the query in it works: /query?query=…");
    }

    private static Outcome refused(int status, String kind, String title, String detail) {
        return new Outcome.Refused(new Problem(status, kind, title, detail));
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
