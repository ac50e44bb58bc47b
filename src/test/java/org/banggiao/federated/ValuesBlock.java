package org.banggiao.federated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Queries with a block of values, as engines that join over endpoints send them. */
final class ValuesBlock {
    /** Values of a block: those of RDF4J (15), FedX (25), Comunica (64), and large ones. */
    static final List<Integer> SIZES = List.of(1, 15, 25, 64, 150, 500, 1_000);

    /** What the header of a request may have: the address is in it. */
    private static final int HEADER_BYTES = 32 * 1024 - 1_024;

    private static final String SUBJECTS = "<https://w3id.org/banggiao/id/";
    private static final String LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>";
    private static final int RUNS = 9;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ValuesBlock() {}

    /**
     * A query for the names of so many things of the released data, other ones in each turn.
     *
     * @param turn from 0
     */
    static String query(int size, int turn) {
        try (Stream<String> lines = Files.lines(Member.OURS.data())) {
            var things = lines.filter(line -> line.startsWith(SUBJECTS) && line.contains(LABEL))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .distinct()
                    .skip(turn)
                    .limit(size)
                    .toList();
            return "SELECT ?thing ?label { VALUES ?thing { " + String.join(" ", things) + " } ?thing " + LABEL
                    + " ?label }";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String form(String query) {
        return "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** Whether it fits into an address. */
    static boolean isForGet(int size) {
        return form(query(size, 0)).length() < HEADER_BYTES;
    }

    /** Asks it. */
    static HttpResponse<String> ask(String endpoint, String query, boolean isPost) {
        var request = isPost
                ? HttpRequest.newBuilder(URI.create(endpoint))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(query)))
                : HttpRequest.newBuilder(URI.create(endpoint + "?" + form(query)));
        try {
            return CLIENT.send(
                    request.header("Accept", "application/sparql-results+json").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds of the median of several, none of which was asked before. */
    static String median(String endpoint, int size, boolean isPost) {
        var times = new ArrayList<Double>();
        for (int turn = 0; turn < RUNS; turn++) {
            var query = query(size, turn + (isPost ? 100 : 0));
            long start = System.nanoTime();
            ask(endpoint, query, isPost);
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        return String.format(Locale.ROOT, "%.1f", times.get(RUNS / 2));
    }
}
