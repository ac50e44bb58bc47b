package org.banggiao.publish.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Map<String, Pattern> USES = new ConcurrentHashMap<>();

    private final Map<String, String> namespaces = new LinkedHashMap<>();

    private Prefixes() {}

    /** The prefixes of data under a base, which ends in a slash. */
    public static Prefixes of(String baseIri) {
        var it = new Prefixes();
        it.namespaces.put("bg", Vocabulary.BG);
        it.namespaces.put("said", Vocabulary.SAID);
        it.namespaces.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        it.namespaces.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        it.namespaces.put("owl", "http://www.w3.org/2002/07/owl#");
        it.namespaces.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        it.namespaces.put("skos", "http://www.w3.org/2004/02/skos/core#");
        it.namespaces.put("dcterms", "http://purl.org/dc/terms/");
        it.namespaces.put("prov", "http://www.w3.org/ns/prov#");
        it.namespaces.put("oa", "http://www.w3.org/ns/oa#");
        it.namespaces.put("org", "http://www.w3.org/ns/org#");
        it.namespaces.put("edtf", "http://id.loc.gov/datatypes/edtf/");
        it.namespaces.put("geo", "http://www.opengis.net/ont/geosparql#");
        it.namespaces.put("rico", "https://www.ica.org/standards/RiC/ontology#");
        it.namespaces.put("void", "http://rdfs.org/ns/void#");
        it.namespaces.put("vann", "http://purl.org/vocab/vann/");
        it.namespaces.put("wd", "http://www.wikidata.org/entity/");
        it.namespaces.put("viaf", "http://viaf.org/viaf/");
        CLASSES.forEach(c -> it.namespaces.put(c, baseIri + "id/" + c + "/"));
        LISTS.forEach(l -> it.namespaces.put(l, Vocabulary.CODE + l + "/"));
        return it;
    }

    /** These and some more, which come after them. */
    public Prefixes with(Map<String, String> more) {
        var it = new Prefixes();
        it.namespaces.putAll(namespaces);
        more.forEach(it.namespaces::putIfAbsent);
        return it;
    }

    /** Namespace by prefix, in the order in which they are best shown. */
    public Map<String, String> namespaces() {
        return Collections.unmodifiableMap(namespaces);
    }

    /** The short form of an address, such as {@code bg:Visit}; empty where there is none that every syntax takes. */
    public Optional<String> shorten(String iri) {
        for (var entry : namespaces.entrySet()) {
            if (iri.startsWith(entry.getValue())) {
                var local = iri.substring(entry.getValue().length());
                if (LOCAL.matcher(local).matches()) {
                    return Optional.of(entry.getKey() + ":" + local);
                }
            }
        }
        return Optional.empty();
    }

    /** The lines that declare the prefixes which the text may use, as SPARQL and Turtle 1.1 both read them. */
    public String declare(String text) {
        var lines = new StringBuilder();
        namespaces.forEach((prefix, namespace) -> {
            if (USES.computeIfAbsent(prefix, p -> Pattern.compile("(?<![\\w-])" + p + ":"))
                    .matcher(text)
                    .find()) {
                lines.append("PREFIX ")
                        .append(prefix)
                        .append(": <")
                        .append(namespace)
                        .append(">\n");
            }
        });
        return lines.toString();
    }

    /** The lines that declare all prefixes. */
    public String declareAll() {
        var lines = new StringBuilder();
        namespaces.forEach((prefix, namespace) -> lines.append("PREFIX ")
                .append(prefix)
                .append(": <")
                .append(namespace)
                .append(">\n"));
        return lines.toString();
    }

    /** The same as the engine takes it. */
    public PrefixMap map() {
        var map = PrefixMapFactory.create();
        namespaces.forEach(map::add);
        return map;
    }
}
