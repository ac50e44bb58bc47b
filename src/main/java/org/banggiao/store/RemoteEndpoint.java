package org.banggiao.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sys.JenaSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The query endpoint of another server (SPARQL 1.1 Protocol, section 2.1, by POST of a form). Only the configured address is called:
 * redirects are not followed. No XML is
 * asked for or read, so that there are no entities to be careful with.
 */
final class RemoteEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteEndpoint.class);
    /** Characters of what a store says of a failure that go into the log. */
    private static final int MOST_SAID = 500;

    private static final String ROWS = "application/sparql-results+json";
    private static final String TRIPLES = "application/n-triples, text/turtle;q=0.8";
    private static final Set<Lang> LANGUAGES = Set.of(ResultSetLang.RS_JSON, Lang.NTRIPLES, Lang.TURTLE);

    static {
        // Its vocabularies cannot be used before it has begun.
        JenaSystem.init();
    }

    private final RemoteSettings settings;
    private final HttpClient client;
    private volatile RemoteDialect dialect;

    RemoteEndpoint(RemoteSettings settings) {
        this.settings = settings;
        this.dialect = settings.dialect().orElse(RemoteDialect.STANDARD);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTime())
                .build();
    }

    /** The address as it may be shown. */
    String shown() {
        return settings.shown();
    }

    /** What kind of store it is, as it was set, or as the store said with its last answer. */
    RemoteDialect dialect() {
        return dialect;
    }

    /** Whether queries are evaluated here, and the store is asked for matches of patterns only. */
    boolean isEvaluatedHere() {
        return settings.evaluatesHere().orElse(dialect == RemoteDialect.VIRTUOSO);
    }

    /** Begins to count the time of a query. */
    RemoteCall call(QueryLimits limits) {
        return new RemoteCall(settings.shown(), settings.mostBytes(), limits);
    }

    /**
     * The body of an answer.
     *
     * @param language that it is in
     * @param mostRows that the store gives of any answer, where it says so: an answer of as many may have been cut
     */
    record Answer(InputStream body, Lang language, Optional<Long> mostRows) {}

    /**
     * Asks a query.
     *
     * @param wantsRows whether it gives rows or truth, and not triples
     * @throws RemoteFailure if there is no answer, or none to a query
     * @throws QueryCancelledException if the time is over
     */
    Answer ask(String query, boolean wantsRows, QueryLimits limits, RemoteCall call) {
        var form = new StringBuilder("query=").append(URLEncoder.encode(query, StandardCharsets.UTF_8));
        if (settings.tellsTime()) {
            form.append("&timeout=").append(dialect.time(limits.time()));
        }
        var request = HttpRequest.newBuilder(settings.address())
                .header("Accept", wantsRows ? ROWS : TRIPLES)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Banggiao")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        settings.credentials().ifPresent(c -> request.header("Authorization", c.header()));
        var response = call.send(client, request.build());
        dialect = settings.dialect().orElseGet(() -> RemoteDialect.of(response.headers()));
        if (response.statusCode() != 200) {
            throw failure(response, call);
        }
        // Virtuoso says so where it gives what it has found until its time was over.
        if (response.headers().firstValue("X-SQL-State").orElse("").equals("S1TAT")) {
            throw new QueryCancelledException();
        }
        var type = response.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip();
        var language = RDFLanguages.contentTypeToLang(type.toLowerCase(Locale.ROOT));
        if (language == null || !LANGUAGES.contains(language) || ResultSetLang.isRegistered(language) != wantsRows) {
            throw new RemoteFailure(
                    RemoteFailure.Kind.NONSENSE,
                    "The store " + shown() + " answered a query in " + (type.isEmpty() ? "no format" : type)
                            + ", which is no format of results. Look whether the address is that of a query endpoint.");
        }
        var mostRows = response.headers()
                .firstValue("X-SPARQL-MaxRows")
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::valueOf);
        return new Answer(call.bounded(response), language, mostRows);
    }

    private RuntimeException failure(HttpResponse<InputStream> response, RemoteCall call) {
        int status = response.statusCode();
        var said = said(call.bounded(response));
        var store = "The store " + shown();
        var failure = switch (status) {
            case 401, 403, 407 ->
                new RemoteFailure(
                        RemoteFailure.Kind.DENIED,
                        store + " wants other credentials (status " + status
                                + "). Set user and password, or token, in the file of its settings.");
            case 408, 429, 503, 504 ->
                new RemoteFailure(
                        RemoteFailure.Kind.BUSY, store + " takes no more or took too long (status " + status + ").");
            case 404, 405, 406, 410, 415 ->
                new RemoteFailure(
                        RemoteFailure.Kind.NONSENSE,
                        store + " has no query endpoint there (status " + status + "). Look at the address.");
            default -> {
                if (status / 100 == 3) {
                    yield new RemoteFailure(
                            RemoteFailure.Kind.REDIRECTED,
                            store + " sends elsewhere (status " + status
                                    + "), where is not followed. Set the address that it sends to, if it is to be trusted.");
                }
                yield status / 100 == 4
                        ? new RemoteFailure(
                                RemoteFailure.Kind.REFUSED,
                                store + " does not take a query (status " + status + "): " + said)
                        : new RemoteFailure(
                                RemoteFailure.Kind.FAILED, store + " failed (status " + status + "): " + said);
            }
        };
        LOG.debug("{} said: {}", store, said);
        return failure;
    }

    /** The beginning of what the store says, in one line of printable characters. */
    private static String said(InputStream body) {
        try (body) {
            return new String(body.readNBytes(MOST_SAID), StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
