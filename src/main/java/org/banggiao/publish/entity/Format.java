package org.banggiao.publish.entity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.banggiao.publish.http.Accept;

/**
 * The formats of a description, the server's preference first. A client that accepts anything gets the page, as links in
 * messages and search engines need it; of several that it wants equally, what it names comes before what only a wildcard
 * covers.
 */
public enum Format {
    HTML("html", "HTML", "text/html"),
    TURTLE("ttl", "Turtle", "text/turtle"),
    JSONLD("jsonld", "JSON-LD", "application/ld+json"),
    RDFXML("rdf", "RDF/XML", "application/rdf+xml"),
    NTRIPLES("nt", "N-Triples", "application/n-triples"),
    TRIG("trig", "TriG", "application/trig");

    /**
     * Names that clients still send, each for a format whose text is one of that name too; given only to who names them. Turtle
     * is Notation 3, and N-Triples was plain text before it had a name.
     */
    private static final Map<String, Format> OTHER_NAMES = otherNames();

    private final String suffix;
    private final String title;
    private final String mediaType;

    Format(String suffix, String title, String mediaType) {
        this.suffix = suffix;
        this.title = title;
        this.mediaType = mediaType;
    }

    private static Map<String, Format> otherNames() {
        var names = new LinkedHashMap<String, Format>();
        names.put("application/json", JSONLD);
        names.put("application/x-turtle", TURTLE);
        names.put("text/n3", TURTLE);
        names.put("text/rdf+n3", TURTLE);
        names.put("application/x-trig", TRIG);
        names.put("text/plain", NTRIPLES);
        return names;
    }

    /** What stands after the dot of an address that asks for this format. */
    public String suffix() {
        return suffix;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The formats that are data, not pages. */
    public static List<Format> ofData() {
        return Arrays.stream(values()).filter(f -> f != HTML).toList();
    }

    /** The format of a name: a suffix or a media type, in any case. */
    public static Optional<Format> named(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> f.suffix.equals(wanted)
                        || f.mediaType.equals(wanted)
                        || f.title.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** The format that the client likes best; empty where it likes none. */
    static Optional<Offer> accepted(Accept accept) {
        return best(accept, offers());
    }

    /** The format of data that the client likes best; empty where it likes none. */
    static Optional<Offer> acceptedData(Accept accept) {
        return best(accept, offers().stream().filter(o -> o.format() != HTML).toList());
    }

    private static Optional<Offer> best(Accept accept, List<Offer> offers) {
        Optional<Offer> best = Optional.empty();
        int bestRank = 0;
        for (var offer : offers) {
            int rank = accept.rank(offer.mediaType());
            if (rank > bestRank && (offer.mediaType().equals(offer.format().mediaType) || rank % 2 == 1)) {
                best = Optional.of(offer);
                bestRank = rank;
            }
        }
        return best;
    }

    private static List<Offer> offers() {
        var offers = Arrays.stream(values()).map(f -> new Offer(f, f.mediaType)).collect(Collectors.toList());
        OTHER_NAMES.forEach((name, format) -> offers.add(new Offer(format, name)));
        return offers;
    }

    /** The formats of data, for people. */
    static String listOfData() {
        return ofData().stream().map(Format::mediaType).collect(Collectors.joining(", "));
    }

    /** The formats with their suffixes, for people. */
    static String list() {
        return Arrays.stream(values())
                .map(f -> f.mediaType + " (." + f.suffix + ")")
                .collect(Collectors.joining(", "));
    }

    /**
     * A format under a media type.
     *
     * @param mediaType the one to send: the format's own, or another that the client asked for
     */
    public record Offer(Format format, String mediaType) {
        /** The value of {@code Content-Type}. */
        public String contentType() {
            return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
        }
    }
}
