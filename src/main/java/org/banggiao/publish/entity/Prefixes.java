package org.banggiao.publish.entity;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.banggiao.graph.Vocabulary;

/** Short names for what addresses start with: one prefix for each vocabulary, class of resources and code list. */
public final class Prefixes {
    private static final List<String> CLASSES = List.of(
            "event",
            "plan",
            "instrument",
            "aidflow",
            "country",
            "state",
            "organisation",
            "office",
            "person",
            "actor",
            "place",
            "region",
            "donorset",
            "claim",
            "passage",
            "source",
            "sourcefile",
            "run",
            "reference");
    private static final List<String> LISTS = List.of(
            "aidtype",
            "amountrole",
            "axis",
            "claimkind",
            "conflictkind",
            "currency",
            "eventtype",
            "extent",
            "factuality",
            "financetype",
            "flowstage",
            "goods",
            "instrumenttype",
            "licence",
            "linkmethod",
            "measure",
            "polarity",
            "qualifier",
            "realisation",
            "reviewstatus",
            "role",
            "sector",
            "subject",
            "summability",
            "temporalkind",
            "unit",
            "precision",
            "standing",
            "succession");
    /** A local part that every syntax takes as it is: no escapes, no dot at the end. */
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?");

    private final Map<String, String> namespaces;
    /** Prefixes by namespace; of two with one namespace, the first. */
    private final Map<String, String> prefixes = new HashMap<>();

    private final PrefixMap engine = PrefixMapFactory.create();

    private Prefixes(Map<String, String> namespaces) {
        this.namespaces = namespaces;
        namespaces.forEach((prefix, namespace) -> prefixes.putIfAbsent(namespace, prefix));
        namespaces.forEach(engine::add);
    }

    /** The prefixes of data under a base, which ends in a slash. */
    public static Prefixes of(String baseIri) {
        var all = new LinkedHashMap<String, String>();
        all.put("bg", Vocabulary.BG);
        all.put("said", Vocabulary.SAID);
        all.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        all.put("owl", "http://www.w3.org/2002/07/owl#");
        all.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        all.put("skos", "http://www.w3.org/2004/02/skos/core#");
        all.put("dcterms", "http://purl.org/dc/terms/");
        all.put("prov", "http://www.w3.org/ns/prov#");
        all.put("oa", "http://www.w3.org/ns/oa#");
        all.put("org", "http://www.w3.org/ns/org#");
        all.put("edtf", "http://id.loc.gov/datatypes/edtf/");
        all.put("geo", "http://www.opengis.net/ont/geosparql#");
        all.put("rico", "https://www.ica.org/standards/RiC/ontology#");
        all.put("void", "http://rdfs.org/ns/void#");
        all.put("vann", "http://purl.org/vocab/vann/");
        all.put("wd", "http://www.wikidata.org/entity/");
        all.put("viaf", "http://viaf.org/viaf/");
        CLASSES.forEach(c -> all.put(c, baseIri + "id/" + c + "/"));
        LISTS.forEach(l -> all.put(l, Vocabulary.CODE + l + "/"));
        return new Prefixes(all);
    }

    /** These and some more, which come after them. */
    public Prefixes with(Map<String, String> more) {
        var all = new LinkedHashMap<>(namespaces);
        more.forEach(all::putIfAbsent);
        return new Prefixes(all);
    }

    /** Namespace by prefix, in the order in which they are best shown. */
    public Map<String, String> namespaces() {
        return Collections.unmodifiableMap(namespaces);
    }

    /** The short form of an address, such as {@code bg:Visit}; empty where there is none that every syntax takes. */
    public Optional<String> shorten(String iri) {
        // A local part has neither of these, and each namespace ends in one.
        int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
        var prefix = prefixes.get(iri.substring(0, end));
        if (prefix != null && LOCAL.matcher(iri).region(end, iri.length()).matches()) {
            return Optional.of(prefix + ":" + iri.substring(end));
        }
        return Optional.empty();
    }

    /** The lines that declare the prefixes which the text may use, as SPARQL and Turtle 1.1 both read them. */
    public String declare(String text) {
        var used = new HashSet<String>();
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            int start = colon;
            while (start > 0 && isOfName(text.charAt(start - 1))) {
                start--;
            }
            used.add(text.substring(start, colon));
        }
        return declarations(used::contains);
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    /** The lines that declare all prefixes. */
    public String declareAll() {
        return declarations(prefix -> true);
    }

    private String declarations(Predicate<String> which) {
        var lines = new StringBuilder();
        namespaces.forEach((prefix, namespace) -> {
            if (which.test(prefix)) {
                lines.append("PREFIX ")
                        .append(prefix)
                        .append(": <")
                        .append(namespace)
                        .append(">\n");
            }
        });
        return lines.toString();
    }

    /** The same as the engine takes it; nothing may be added to it. */
    public PrefixMap map() {
        return engine;
    }
}
