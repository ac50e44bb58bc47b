package org.banggiao.publish.sparql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.NearKeys;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** What to do about a fault of a query: the namespace of a prefix, the word or the term of the ontology that was meant. */
final class Hints {
    private static final Pattern PREFIXED = Pattern.compile("Unresolved prefixed name: ([^:\\s]*):");
    private static final Pattern WORD =
            Pattern.compile("(?:Unexpected|This is no word of SPARQL:) \"?([A-Za-z_]{3,30})\"?");
    private static final Pattern TERM = Pattern.compile("<((?:" + Pattern.quote(Vocabulary.BG) + "|"
            + Pattern.quote(Vocabulary.SAID) + "|" + Pattern.quote(Vocabulary.CODE) + ")[^>\\s]*)>");
    private static final int MOST = 5;
    private static final QueryLimits QUICK = new QueryLimits(Duration.ofSeconds(5));

    private static final Map<String, String> OF_OTHERS = Map.of(
            "foaf", "http://xmlns.com/foaf/0.1/",
            "schema", "https://schema.org/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "dct", "http://purl.org/dc/terms/",
            "wdt", "http://www.wikidata.org/prop/direct/",
            "dcat", "http://www.w3.org/ns/dcat#",
            "sh", "http://www.w3.org/ns/shacl#",
            "time", "http://www.w3.org/2006/time#",
            "crm", "http://www.cidoc-crm.org/cidoc-crm/");

    private static final List<String> WORDS = List.of(
            ("SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS GRAPH BIND VALUES PREFIX BASE FROM NAMED ORDER"
                            + " GROUP HAVING LIMIT OFFSET DISTINCT REDUCED EXISTS NOT UNDEF COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT"
                            + " SEPARATOR REGEX REPLACE SUBSTR STRLEN STR LANG LANGMATCHES DATATYPE BOUND COALESCE CONCAT CONTAINS"
                            + " STRSTARTS STRENDS STRBEFORE STRAFTER STRLANG STRDT UCASE LCASE ENCODE_FOR_URI YEAR MONTH DAY HOURS"
                            + " MINUTES SECONDS TIMEZONE ROUND FLOOR CEIL ABS RAND NOW UUID STRUUID SAMETERM ISIRI ISURI ISBLANK"
                            + " ISLITERAL ISNUMERIC TRUE FALSE")
                    .split(" "));

    private final Map<String, String> namespaces = new LinkedHashMap<>(OF_OTHERS);
    private final Prefixes prefixes;
    private final String ontology;
    private final Map<Store, Set<String>> terms = Collections.synchronizedMap(new WeakHashMap<>());

    Hints(String baseIri) {
        this.prefixes = Prefixes.of(baseIri);
        this.ontology = baseIri + "graph/ontology";
        namespaces.putAll(prefixes.namespaces());
    }

    /** For a query that is not SPARQL, by what is said of it. */
    Optional<String> ofSyntax(String detail) {
        var prefixed = PREFIXED.matcher(detail);
        if (prefixed.find()) {
            var prefix = prefixed.group(1);
            var namespace = namespaces.get(prefix);
            if (namespace != null) {
                return Optional.of("PREFIX " + prefix + ": <" + namespace + ">");
            }
            return nearest(prefix, namespaces.keySet())
                    .map(near -> "Did you mean " + near + ": ? PREFIX " + near + ": <" + namespaces.get(near) + ">");
        }
        var word = WORD.matcher(detail);
        return word.find()
                ? nearest(word.group(1).toUpperCase(java.util.Locale.ROOT), WORDS)
                        .filter(near -> !near.equalsIgnoreCase(word.group(1)))
                        .map(near -> "Did you mean " + near + "?")
                : Optional.empty();
    }

    /** For each term in the namespaces of the ontology that a query names and the release does not know: a sentence. */
    List<String> ofTerms(String bare, Store store) {
        var hints = new ArrayList<String>();
        var found = TERM.matcher(bare);
        var seen = new TreeSet<String>();
        while (found.find() && hints.size() < MOST) {
            var iri = found.group(1);
            if (seen.add(iri)
                    && !isUsed(iri, store)
                    && !known(store).isEmpty()
                    && !known(store).contains(iri)) {
                hints.add(shown(iri) + " is no term of the ontology."
                        + nearest(iri, known(store))
                                .map(near -> " Did you mean " + shown(near) + "?")
                                .orElse(""));
            }
        }
        return hints;
    }

    private static boolean isUsed(String iri, Store store) {
        var counts = store.statistics().all();
        return counts.classes().containsKey(iri) || counts.properties().containsKey(iri);
    }

    /** What the ontology in the release describes, by address. */
    private Set<String> known(Store store) {
        return terms.computeIfAbsent(store, s -> {
            var known = new TreeSet<String>();
            if (store.graphs().contains(ontology)) {
                var query = QueryFactory.create(
                        "SELECT DISTINCT ?t { GRAPH <" + ontology + "> { ?t a ?c } }", Syntax.syntaxSPARQL_11);
                try (var exec = store.query(query, QUICK)) {
                    exec.select().forEachRemaining(row -> {
                        if (row.get("t").isURI()) {
                            known.add(row.get("t").getURI());
                        }
                    });
                }
            }
            return known;
        });
    }

    private String shown(String iri) {
        return prefixes.shorten(iri).orElse("<" + iri + ">");
    }

    private static Optional<String> nearest(String word, Collection<String> words) {
        int hash = Math.max(word.lastIndexOf('#'), word.lastIndexOf('/'));
        int bound = Math.max(1, (word.length() - hash - 1) / 3);
        return words.stream()
                .filter(w -> NearKeys.edits(word, w, bound) <= bound)
                .min(Comparator.comparingInt((String w) -> NearKeys.edits(word, w, bound))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
