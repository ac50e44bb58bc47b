package org.banggiao.publish.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfDocument;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.ResultFormat;
import org.banggiao.store.Statistics;
import org.banggiao.store.Statistics.Counts;
import org.banggiao.store.Statistics.Size;
import org.banggiao.store.Store;

/**
 * What is in the data (VoID): of all graphs together and of each, how many triples, and of them by class, property, datatype and
 * language; and which links lead to other datasets. Made from what was counted when the release was made.
 */
final class VoidDocument {
    /** Where it lies, under the base. */
    static final String PATH = ".well-known/void";

    /** Namespaces whose properties build schemas, of which only these link things. */
    private static final List<String> SCHEMA_NAMESPACES = List.of(
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://www.w3.org/2000/01/rdf-schema#",
            "http://www.w3.org/2002/07/owl#");

    private static final Set<String> LINKING =
            Set.of("http://www.w3.org/2002/07/owl#sameAs", "http://www.w3.org/2000/01/rdf-schema#seeAlso");

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final List<Triple> triples = new ArrayList<>();
    private final Terms terms;
    private final Map<String, Node> targets = new TreeMap<>();

    private VoidDocument(PublishSettings settings) {
        this.settings = settings;
        this.prefixes = Terms.prefixes(settings.baseIri());
        this.terms = new Terms(prefixes, triples);
    }

    /**
     * The description of the data of a store.
     *
     * @param endpoint the address of the SPARQL endpoint as the client reaches it
     */
    static RdfDocument of(Store store, PublishSettings settings, String endpoint) {
        var it = new VoidDocument(settings);
        it.describe(store, endpoint);
        return RdfDocument.of(it.document(), it.triples);
    }

    /** The node for all data of the service. */
    static Node dataset(PublishSettings settings) {
        return Terms.iri(settings.baseIri() + PATH + "#dataset");
    }

    private Node document() {
        return Terms.iri(settings.baseIri() + PATH);
    }

    private Node part(String name) {
        return Terms.iri(document().getURI() + "#" + name);
    }

    private void describe(Store store, String endpoint) {
        var dataset = dataset(settings);
        var statistics = store.statistics();
        terms.type(document(), "void:DatasetDescription");
        terms.add(document(), "foaf:primaryTopic", dataset);
        terms.type(dataset, "void:Dataset");
        terms.add(dataset, "dcterms:title", Terms.text(settings.title()));
        settings.licence().stated().ifPresent(l -> terms.add(dataset, "dcterms:license", Terms.iri(l.url())));
        terms.add(dataset, "owl:versionInfo", Terms.text(store.release().id()));
        terms.add(dataset, "void:sparqlEndpoint", Terms.iri(endpoint));
        terms.add(dataset, "void:uriSpace", Terms.text(settings.baseIri() + "id/"));
        for (var format : Format.ofData()) {
            ResultFormat.ofMediaType(format.mediaType())
                    .ifPresent(f -> terms.add(dataset, "void:feature", Terms.iri(f.iri())));
        }
        statistics
                .all()
                .languages()
                .keySet()
                .forEach(language -> terms.add(dataset, "dcterms:language", Terms.text(language)));
        vocabularies(statistics).forEach(v -> terms.add(dataset, "void:vocabulary", Terms.iri(v)));
        statistics.graphs().keySet().forEach(graph -> terms.add(dataset, "void:subset", Terms.iri(graph)));
        counts(dataset, "all", statistics.all());
        statistics.graphs().forEach(this::graph);
        targets.forEach((space, target) -> {
            terms.type(target, "void:Dataset");
            terms.add(target, "void:uriSpace", Terms.text(space));
        });
    }

    private void graph(String iri, Counts counts) {
        var graph = Terms.iri(iri);
        var name = iri.startsWith(settings.baseIri())
                ? iri.substring(settings.baseIri().length())
                : key(iri);
        terms.type(graph, "void:Dataset");
        terms.type(graph, "sd:Graph");
        counts(graph, name, counts);
        links(graph, name, counts);
    }

    private void counts(Node dataset, String name, Counts counts) {
        size(dataset, counts.size());
        terms.add(dataset, "void:classes", Terms.number(counts.classes().size()));
        terms.add(dataset, "void:properties", Terms.number(counts.properties().size()));
        counts.classes().forEach((iri, entities) -> {
            var partition = partition(dataset, "void:classPartition", name + ".class." + key(iri));
            terms.add(partition, "void:class", Terms.iri(iri));
            terms.add(partition, "void:entities", Terms.number(entities));
        });
        counts.properties().forEach((iri, size) -> {
            var partition = partition(dataset, "void:propertyPartition", name + ".property." + key(iri));
            terms.add(partition, "void:property", Terms.iri(iri));
            size(partition, size);
        });
        counts.datatypes().forEach((iri, literals) -> {
            var partition = partition(dataset, "void-ext:datatypePartition", name + ".datatype." + key(iri));
            terms.add(partition, "void-ext:datatype", Terms.iri(iri));
            terms.add(partition, "void:triples", Terms.number(literals));
        });
        counts.languages().forEach((tag, texts) -> {
            var partition = partition(dataset, "void-ext:languagePartition", name + ".language." + tag);
            terms.add(partition, "void-ext:language", Terms.text(tag));
            terms.add(partition, "void:triples", Terms.number(texts));
        });
    }

    private Node partition(Node dataset, String property, String name) {
        var partition = part(name);
        terms.add(dataset, property, partition);
        return partition;
    }

    private void size(Node dataset, Size size) {
        terms.add(dataset, "void:triples", Terms.number(size.triples()));
        terms.add(dataset, "void:distinctSubjects", Terms.number(size.subjects()));
        terms.add(dataset, "void:distinctObjects", Terms.number(size.objects()));
    }

    private void links(Node graph, String name, Counts counts) {
        counts.links().values().stream()
                .filter(l -> !l.space().isEmpty() && isLinking(l.property()))
                .forEach(l -> {
                    var target = targets.computeIfAbsent(l.space(), space -> part("target." + key(space)));
                    var links = part(name + ".links." + key(l.property()) + "." + key(l.space()));
                    terms.add(graph, "void:subset", links);
                    terms.type(links, "void:Linkset");
                    terms.add(links, "void:linkPredicate", Terms.iri(l.property()));
                    terms.add(links, "void:subjectsTarget", graph);
                    terms.add(links, "void:objectsTarget", target);
                    terms.add(links, "void:triples", Terms.number(l.triples()));
                });
    }

    private static boolean isLinking(String property) {
        return LINKING.contains(property) || SCHEMA_NAMESPACES.stream().noneMatch(property::startsWith);
    }

    private static Set<String> vocabularies(Statistics statistics) {
        var namespaces = new TreeSet<String>();
        statistics
                .all()
                .properties()
                .keySet()
                .forEach(p -> namespaces.add(p.substring(0, Math.max(p.lastIndexOf('/'), p.lastIndexOf('#')) + 1)));
        namespaces.remove("");
        return namespaces;
    }

    /** A short name that an address may have after its hash. */
    private String key(String iri) {
        return prefixes.shorten(iri)
                .map(s -> s.replace(':', '.'))
                .orElseGet(() -> iri.replaceFirst("^[a-z]+:/*", "")
                        .replaceAll("[^A-Za-z0-9-]+", ".")
                        .replaceFirst("\\.$", ""));
    }
}
