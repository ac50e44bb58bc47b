package org.banggiao.store;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/**
 * Where a remote store is and how it is asked.
 *
 * @param address its SPARQL query endpoint: http or https, with neither user nor fragment
 * @param credentials what is sent with each query
 * @param graphs what the names of the graphs that are served start with; empty serves all
 * @param defaultGraph a graph of the store that holds the union of the others, each triple once, and is no named graph here; empty where
 *     the store makes the union itself
 * @param version a {@code SELECT} query whose answer changes whenever the data do; empty goes by the sizes of the graphs
 * @param look how often is looked whether the data have changed; zero for never
 * @param connectTime in which a connection has to be there
 * @param mostBytes of one answer
 * @param tellsTime whether the store is told, by the parameter {@code timeout}, how long a query may take
 * @param dialect the kind of store; empty goes by what it says of itself
 * @param evaluatesHere whether queries are evaluated here, and the store is asked for matches of patterns only; empty goes by the dialect
 */
public record RemoteSettings(
        URI address,
        Optional<Credentials> credentials,
        List<String> graphs,
        Optional<String> defaultGraph,
        Optional<String> version,
        Duration look,
        Duration connectTime,
        long mostBytes,
        boolean tellsTime,
        Optional<RemoteDialect> dialect,
        Optional<Boolean> evaluatesHere) {
    private static final Set<String> KEYS = Set.of(
            "url",
            "user",
            "password",
            "token",
            "graphs",
            "default-graph",
            "version-query",
            "look-seconds",
            "connect-seconds",
            "most-bytes",
            "tell-time",
            "dialect",
            "evaluate");

    public RemoteSettings {
        graphs = List.copyOf(graphs);
        var scheme = String.valueOf(address.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address of a store starts with http:// or https:// and a host, such as http://localhost:3030/ds/sparql.");
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The address of a store holds neither a user nor a fragment: addresses are logged. User and password"
                            + " belong into a file of settings.");
        }
        if (look.isNegative() || !connectTime.isPositive() || mostBytes < 1) {
            throw new IllegalArgumentException(
                    "look-seconds is not below zero, connect-seconds and most-bytes are more: " + look.toSeconds()
                            + ", " + connectTime.toSeconds() + ", " + mostBytes + ".");
        }
        version.ifPresent(RemoteSettings::check);
    }

    private static void check(String version) {
        try {
            if (QueryFactory.create(version, Syntax.syntaxSPARQL_11).isSelectType()) {
                return;
            }
        } catch (QueryException e) {
            throw new IllegalArgumentException("version-query is not SPARQL 1.1: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("version-query is a SELECT query.");
    }

    /**
     * What tells the store who asks; never shown.
     *
     * @param header the value of the header {@code Authorization}
     */
    public record Credentials(String header) {
        /** User and password, sent as they are (RFC 7617): over https only, or within one machine. */
        public static Credentials basic(String user, String password) {
            var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        /** A token (RFC 6750). */
        public static Credentials bearer(String token) {
            return new Credentials("Bearer " + token);
        }

        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    /** The store at an address, asked as stores are by default. */
    public static RemoteSettings of(URI address) {
        return new RemoteSettings(
                address,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                500_000_000,
                true,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The store that an address or a file of settings names.
     *
     * @param text starts with {@code http://} or {@code https://}, or is the path of a file of lines {@code key = value} in UTF-8
     * @throws FaultException if it is neither, or a setting cannot be used; what is secret is not in the message
     */
    public static RemoteSettings parse(String text) {
        var location = Location.of(text.contains("@") ? "--store" : text);
        try {
            return text.matches("https?:.*") ? of(new URI(text)) : read(Path.of(text));
        } catch (URISyntaxException e) {
            throw fault(location, "The address of the store is none: " + e.getReason() + ".", e);
        } catch (IOException e) {
            throw fault(
                    location,
                    "There is no file of settings " + text + " that can be read. Give the address of the store's query"
                            + " endpoint, such as http://localhost:3030/ds/sparql, or such a file.",
                    e);
        } catch (IllegalArgumentException e) {
            throw fault(location, "The store cannot be used as it is set: " + e.getMessage(), e);
        }
    }

    private static FaultException fault(Location location, String sentence, Exception cause) {
        return new FaultException(StoreIssue.REMOTE_SETTING, location, sentence, cause);
    }

    private static RemoteSettings read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        for (var key : properties.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("there is no setting " + key + "; there are "
                        + String.join(", ", KEYS.stream().sorted().toList()) + ".");
            }
        }
        var url = value(properties, "url");
        if (url.isEmpty()) {
            throw new IllegalArgumentException("the line \"url = …\" is missing.");
        }
        URI address;
        try {
            address = new URI(url.get());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("url is no address: " + e.getReason() + ".", e);
        }
        var usual = of(address);
        return new RemoteSettings(
                address,
                credentials(properties),
                value(properties, "graphs").stream()
                        .flatMap(text -> Stream.of(text.split("\\s+")))
                        .toList(),
                value(properties, "default-graph"),
                value(properties, "version-query"),
                seconds(properties, "look-seconds", usual.look()),
                seconds(properties, "connect-seconds", usual.connectTime()),
                value(properties, "most-bytes")
                        .map(text -> number("most-bytes", text))
                        .orElse(usual.mostBytes()),
                value(properties, "tell-time")
                        .map(text -> isTrue("tell-time", text))
                        .orElse(usual.tellsTime()),
                value(properties, "dialect").map(RemoteSettings::dialect),
                value(properties, "evaluate").map(RemoteSettings::isHere));
    }

    private static boolean isHere(String text) {
        if (!text.equals("here") && !text.equals("there")) {
            throw new IllegalArgumentException("evaluate is here or there, and not \"" + text + "\".");
        }
        return text.equals("here");
    }

    private static RemoteDialect dialect(String text) {
        return RemoteDialect.of(text)
                .orElseThrow(() -> new IllegalArgumentException("dialect is one of "
                        + String.join(
                                ", ",
                                Stream.of(RemoteDialect.values())
                                        .map(RemoteDialect::key)
                                        .toList())
                        + ", and not \"" + text + "\"."));
    }

    private static Optional<Credentials> credentials(Properties properties) {
        var user = value(properties, "user");
        var token = value(properties, "token");
        if (user.isPresent() && token.isPresent()) {
            throw new IllegalArgumentException("user and token exclude each other.");
        }
        return user.map(name ->
                        Credentials.basic(name, value(properties, "password").orElse("")))
                .or(() -> token.map(Credentials::bearer));
    }

    private static Optional<String> value(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    private static Duration seconds(Properties properties, String key, Duration usual) {
        return value(properties, key)
                .map(text -> Duration.ofSeconds(number(key, text)))
                .orElse(usual);
    }

    private static long number(String key, String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException(key + " is a whole number, and not \"" + text + "\".");
        }
        return Long.parseLong(text);
    }

    private static boolean isTrue(String key, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(key + " is true or false, and not \"" + text + "\".");
        }
        return text.equals("true");
    }

    /** The address as logs show it: a query part, which may be a key, is left out. */
    String shown() {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }
}
