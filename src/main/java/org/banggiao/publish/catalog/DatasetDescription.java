package org.banggiao.publish.catalog;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.banggiao.publish.catalog.HandedOut.Content;
import org.banggiao.publish.catalog.HandedOut.Download;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfDocument;
import org.banggiao.publish.settings.PublishSettings;

/**
 * The data as a catalogue describes them (DCAT 3, in the profile DCAT-AP 3.0.1): a series of releases, each a dataset with its
 * files, and the services that answer from the current one. Everything that the profile wants typed is typed here, so that the
 * document is valid by itself.
 */
public final class DatasetDescription {
    /** Where it lies, under the base. */
    public static final String PATH = "dataset";
    /** Where releases lie, under the base. */
    public static final String RELEASES = PATH + "/releases";

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA = "http://www.iana.org/assignments/media-types/";
    private static final String PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/";
    private static final String SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

    private final PublishSettings settings;
    private final String server;
    private final List<Triple> triples = new ArrayList<>();
    private final Terms terms;
    private final Set<String> languages = new LinkedHashSet<>();
    private final Set<Content> contents = new LinkedHashSet<>();

    private DatasetDescription(PublishSettings settings, String server) {
        this.settings = settings;
        this.server = server;
        this.terms = new Terms(Terms.prefixes(settings.baseIri()), triples);
    }

    /** The short names that the document uses. */
    public static Prefixes prefixes(String baseIri) {
        return Terms.prefixes(baseIri);
    }

    /**
     * The description.
     *
     * @param server the address of the service as the client reaches it, ending in a slash
     * @param releases the current one first
     * @param facts of the current one
     */
    public static RdfDocument of(PublishSettings settings, String server, List<HandedOut> releases, Facts facts) {
        var it = new DatasetDescription(settings, server);
        it.describe(releases, facts);
        return RdfDocument.of(Terms.iri(settings.baseIri() + PATH), it.triples);
    }

    /** The address of a release as a dataset. */
    public static String release(PublishSettings settings, String id) {
        return settings.baseIri() + RELEASES + "/" + id;
    }

    private Node own(String name) {
        return Terms.iri(settings.baseIri() + PATH + name);
    }

    private void describe(List<HandedOut> releases, Facts facts) {
        var catalog = own("#catalog");
        var series = own("");
        described(catalog, "dcat:Catalog");
        described(series, "dcat:DatasetSeries");
        releases.forEach(r -> terms.add(catalog, "dcat:dataset", dataset(r)));
        releases.forEach(r -> terms.add(dataset(r), "dcat:inSeries", series));
        dates(series, releases.getFirst(), "dcterms:modified");
        dates(series, releases.getLast(), "dcterms:issued");
        coverage(series, facts);
        terms.add(series, "dcat:last", dataset(releases.getFirst()));
        terms.add(series, "dcat:first", dataset(releases.getLast()));
        for (int i = 0; i < releases.size(); i++) {
            release(
                    releases.get(i),
                    i + 1 < releases.size() ? Optional.of(releases.get(i + 1)) : Optional.empty(),
                    i == 0 ? Optional.of(facts) : Optional.empty());
        }
        services(catalog, dataset(releases.getFirst()));
        agents();
        lists();
    }

    private Node dataset(HandedOut release) {
        return Terms.iri(release(settings, release.id()));
    }

    /** What a catalogue, a series, a dataset and a service have in common. */
    private void described(Node node, String type) {
        terms.type(node, type);
        titled(node, "");
        settings.about()
                .description()
                .forEach((language, words) -> terms.add(node, "dcterms:description", Terms.text(words, language)));
        if (settings.about().description().isEmpty()) {
            terms.add(node, "dcterms:description", Terms.text(settings.title()));
        }
        if (!type.equals("dcat:DatasetSeries")) {
            licence(node);
        }
        terms.add(node, "dcterms:publisher", own("#publisher"));
        if (settings.publisher().hasContact() && !type.equals("dcat:Catalog")) {
            terms.add(node, "dcat:contactPoint", own("#contact"));
        }
    }

    private void titled(Node node, String more) {
        terms.add(node, "dcterms:title", Terms.text(settings.title() + more));
    }

    private void licence(Node node) {
        settings.licence().stated().ifPresent(l -> terms.add(node, "dcterms:license", Terms.iri(l.url())));
    }

    private void dates(Node node, HandedOut release, String property) {
        release.made()
                .ifPresent(made -> terms.add(
                        node,
                        property,
                        NodeFactory.createLiteralDT(
                                DateTimeFormatter.ISO_LOCAL_DATE.format(made.atOffset(ZoneOffset.UTC)),
                                XSDDatatype.XSDdate)));
    }

    private void coverage(Node node, Facts facts) {
        if (facts.firstYear().isPresent() && facts.lastYear().isPresent()) {
            var period = own("#period");
            terms.add(node, "dcterms:temporal", period);
            terms.type(period, "dcterms:PeriodOfTime");
            terms.add(period, "dcat:startDate", year(facts.firstYear().get()));
            terms.add(period, "dcat:endDate", year(facts.lastYear().get()));
        }
        for (var country : facts.countries()) {
            terms.add(node, "dcterms:spatial", country.iri());
            terms.type(country.iri(), "dcterms:Location");
            name(country.iri(), country.vietnamese(), "vi");
            name(country.iri(), country.english(), "en");
        }
    }

    private void name(Node node, String name, String language) {
        if (!name.isEmpty()) {
            terms.add(node, "skos:prefLabel", Terms.text(name, language));
        }
    }

    private static Node year(int year) {
        return NodeFactory.createLiteralDT(String.format("%04d", year), XSDDatatype.XSDgYear);
    }

    private void release(HandedOut release, Optional<HandedOut> before, Optional<Facts> facts) {
        var dataset = dataset(release);
        described(dataset, "dcat:Dataset");
        terms.add(dataset, "dcterms:identifier", Terms.text(dataset.getURI()));
        terms.add(dataset, "dcat:version", Terms.text(release.id()));
        dates(dataset, release, "dcterms:issued");
        before.ifPresent(b -> terms.add(dataset, "dcat:prev", dataset(b)));
        facts.ifPresent(f -> {
            coverage(dataset, f);
            f.languages().stream()
                    .flatMap(l -> Facts.authorityCode(l).stream())
                    .distinct()
                    .forEach(code -> {
                        terms.add(dataset, "dcterms:language", Terms.iri(AUTHORITY + "language/" + code));
                        languages.add(code);
                    });
            terms.add(dataset, "rdfs:seeAlso", Terms.iri(server + VoidDocument.PATH));
        });
        var page = Terms.iri(server + RELEASES + "/" + release.id());
        terms.add(dataset, "dcat:landingPage", page);
        terms.type(page, "foaf:Document");
        terms.add(dataset, "void:triples", Terms.number(release.info().quads()));
        terms.add(dataset, "dcat:theme", Terms.iri(AUTHORITY + "data-theme/INTR"));
        release.files().forEach(file -> distribution(dataset, page, release, file));
    }

    private void distribution(Node dataset, Node page, HandedOut release, Download file) {
        var node = Terms.iri(dataset.getURI() + "/" + file.name());
        terms.add(dataset, "dcat:distribution", node);
        terms.type(node, "dcat:Distribution");
        terms.add(node, "dcterms:title", Terms.text(file.name()));
        licence(node);
        dates(node, release, "dcterms:issued");
        terms.add(node, "dcat:accessURL", page);
        terms.add(node, "dcat:downloadURL", Terms.iri(page.getURI() + "/" + file.name()));
        terms.add(
                node,
                "dcat:byteSize",
                NodeFactory.createLiteralDT(Long.toString(file.file().bytes()), XSDDatatype.XSDnonNegativeInteger));
        terms.add(node, "dcat:mediaType", Terms.iri(MEDIA + file.content().mediaType()));
        terms.add(node, "dcat:compressFormat", Terms.iri(MEDIA + "application/gzip"));
        terms.add(
                node,
                "dcterms:format",
                Terms.iri(AUTHORITY + "file-type/" + file.content().fileType()));
        contents.add(file.content());
        var checksum = Terms.iri(node.getURI() + "#checksum");
        terms.add(node, "spdx:checksum", checksum);
        terms.type(checksum, "spdx:Checksum");
        terms.add(checksum, "spdx:algorithm", Terms.iri(SHA256));
        terms.add(
                checksum,
                "spdx:checksumValue",
                NodeFactory.createLiteralDT(file.file().sha256(), XSDDatatype.XSDhexBinary));
    }

    private void services(Node catalog, Node dataset) {
        service(catalog, dataset, "sparql", " (SPARQL 1.1)", "sparql", Optional.of(PROTOCOL));
        service(catalog, dataset, "search", " (search)", "search", Optional.empty());
        service(catalog, dataset, "suggest", " (suggestions)", "search/suggest", Optional.empty());
        service(catalog, dataset, "lookup", " (look-up of identifiers)", "lookup", Optional.empty());
        service(catalog, dataset, "reconcile", " (reconciliation)", "reconcile/0.2", Optional.empty());
        var protocol = Terms.iri(PROTOCOL);
        terms.type(protocol, "dcterms:Standard");
        terms.add(protocol, "dcterms:title", Terms.text("SPARQL 1.1 Protocol"));
    }

    private void service(
            Node catalog, Node dataset, String name, String title, String path, Optional<String> conformsTo) {
        var service = own("#" + name);
        terms.add(catalog, "dcat:service", service);
        terms.type(service, "dcat:DataService");
        titled(service, title);
        terms.add(service, "dcat:endpointURL", Terms.iri(server + path));
        terms.add(service, "dcat:servesDataset", dataset);
        terms.add(service, "dcterms:publisher", own("#publisher"));
        licence(service);
        conformsTo.ifPresent(standard -> {
            terms.add(service, "dcterms:conformsTo", Terms.iri(standard));
            terms.add(service, "dcat:endpointDescription", Terms.iri(server + path));
        });
    }

    private void agents() {
        var publisher = own("#publisher");
        terms.type(publisher, "foaf:Agent");
        terms.add(
                publisher, "foaf:name", Terms.text(settings.publisher().stated().orElse(settings.title())));
        if (!settings.publisher().url().isEmpty()) {
            terms.add(publisher, "foaf:homepage", Terms.iri(settings.publisher().url()));
        }
        if (settings.publisher().hasContact()) {
            var contact = own("#contact");
            terms.type(contact, "vcard:Kind");
            terms.add(
                    contact,
                    "vcard:fn",
                    Terms.text(settings.publisher().stated().orElse(settings.title())));
            if (!settings.publisher().email().isEmpty()) {
                terms.add(
                        contact,
                        "vcard:hasEmail",
                        Terms.iri("mailto:" + settings.publisher().email()));
            }
            if (!settings.publisher().contact().isEmpty()) {
                terms.add(
                        contact, "vcard:hasURL", Terms.iri(settings.publisher().contact()));
            }
        }
        settings.licence().stated().ifPresent(l -> {
            var licence = Terms.iri(l.url());
            terms.type(licence, "dcterms:LicenseDocument");
            terms.add(licence, "dcterms:title", Terms.text(l.name()));
        });
    }

    /** The members of others' lists that are used, with what the profile wants to know of them. */
    private void lists() {
        for (var code : languages) {
            member("language/" + code, "language", "dcterms:LinguisticSystem", Map.of());
        }
        for (var content : contents) {
            member("file-type/" + content.fileType(), "file-type", "dcterms:MediaTypeOrExtent", Map.of());
            terms.type(Terms.iri(MEDIA + content.mediaType()), "dcterms:MediaType");
        }
        if (!contents.isEmpty()) {
            terms.type(Terms.iri(MEDIA + "application/gzip"), "dcterms:MediaType");
            terms.type(Terms.iri(SHA256), "spdx:ChecksumAlgorithm");
        }
        member(
                "data-theme/INTR",
                "data-theme",
                "skos:Concept",
                Map.of("en", "International issues", "vi", "Các vấn đề quốc tế"));
    }

    private void member(String path, String list, String type, Map<String, String> names) {
        var node = Terms.iri(AUTHORITY + path);
        terms.type(node, type);
        terms.add(node, "skos:inScheme", Terms.iri(AUTHORITY + list));
        names.forEach((language, name) -> name(node, name, language));
    }
}
