package org.banggiao.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;

/** A service on a free port for a test, and requests to it. */
public final class TestService implements AutoCloseable {
    private final Service service;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private TestService(Service service) {
        this.service = service;
    }

    /** Serves a store, under further settings by name. */
    public static TestService of(Store store, Map<String, String> settings) {
        return of(StoreSource.of(store), settings);
    }

    /** Serves what the source says is current. */
    public static TestService of(StoreSource source, Map<String, String> settings) {
        return new TestService(Service.start(source, ServeSettings.onPort(0), settings));
    }

    /** A store in memory with the quads of a TriG text. */
    public static MemoryStore store(String trig) {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(trig, Lang.TRIG).parse(dataset);
        return MemoryStore.copyOf(dataset);
    }

    public String url() {
        return service.url();
    }

    public int port() {
        return service.port();
    }

    /** GET of a path with these headers, given as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** The same with the body as it is sent, packed or not. */
    public HttpResponse<byte[]> getBytes(String path, String... headers) {
        return send(request(path, headers).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** GET of a query with this {@code Accept}. */
    public HttpResponse<String> query(String query, String accept) {
        return get("/sparql?query=" + encode(query), "Accept", accept);
    }

    /** A request to be given a method. */
    public HttpRequest.Builder request(String path, String... headers) {
        var builder = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    /** Sends it and reads the whole answer. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Percent-encoded for a query string or form. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The values of a header. */
    public static List<String> header(HttpResponse<?> response, String name) {
        return response.headers().allValues(name);
    }

    @Override
    public void close() {
        service.close();
        client.close();
    }
}
