package org.banggiao.publish.catalog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfAnswer;
import org.banggiao.publish.entity.RdfDocument;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.search.SearchPatterns;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.OpenReleases;
import org.banggiao.publish.sparql.ResultFormat;
import org.banggiao.publish.sparql.SelfDescription;
import org.banggiao.store.Store;

/** What the endpoint is (SPARQL 1.1 Service Description): its languages, formats, features, graphs and limits. */
final class ServiceDescription implements SelfDescription {
    /** What asks a release by its id, after the address of the endpoint. */
    private static final String RELEASE = "?release=";

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final RdfAnswer answer;
    private final OpenReleases releases;

    ServiceDescription(PublishSettings settings, OpenReleases releases) {
        this.settings = settings;
        this.releases = releases;
        this.prefixes = Terms.prefixes(settings.baseIri());
        this.answer = new RdfAnswer(prefixes);
    }

    @Override
    public void send(
            Optional<String> format,
            Optional<String> release,
            Store store,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var endpoint = RequestAddress.of(request);
        var versions = release.isPresent() ? List.<String>of() : releases.ids(store);
        var asked = release.map(id -> endpoint + RELEASE + id).orElse(endpoint);
        answer.send(
                store.state() + " " + asked + " " + versions,
                () -> of(store, endpoint, asked, versions),
                format,
                " This is a SPARQL endpoint: to ask it, send a query as the parameter query, by GET or as a POST form,"
                        + " or as the body of a POST with Content-Type application/sparql-query.",
                request,
                response);
    }

    /**
     * The description.
     *
     * @param address of the service without parameters
     * @param endpoint what is described: that address, or with it the release that is asked there
     * @param versions ids of the releases that may be asked at addresses of their own
     */
    private RdfDocument of(Store store, String address, String endpoint, List<String> versions) {
        var triples = new ArrayList<Triple>();
        var terms = new Terms(prefixes, triples);
        // The service is described under its own address: clients such as Comunica take no other subject for it.
        var service = Terms.iri(endpoint);
        var dataset = Terms.iri(endpoint + "#dataset");
        terms.type(service, "sd:Service");
        terms.add(service, "dcterms:title", Terms.text(settings.title()));
        settings.licence().stated().ifPresent(l -> terms.add(service, "dcterms:license", Terms.iri(l.url())));
        terms.add(service, "sd:endpoint", Terms.iri(endpoint));
        terms.add(service, "sd:supportedLanguage", terms.term("sd:SPARQL11Query"));
        terms.add(service, "sd:feature", terms.term("sd:UnionDefaultGraph"));
        if (!settings.service().allowed().isEmpty()) {
            terms.add(service, "sd:feature", terms.term("sd:BasicFederatedQuery"));
        }
        for (var iri : List.of(SearchPatterns.MATCHES, SearchPatterns.JENA_QUERY)) {
            terms.add(service, "sd:propertyFeature", Terms.iri(iri));
            terms.type(Terms.iri(iri), "sd:Feature");
        }
        terms.add(service, "sd:defaultEntailmentRegime", terms.term("ent:Simple"));
        for (var resultFormat : ResultFormat.values()) {
            terms.add(service, "sd:resultFormat", Terms.iri(resultFormat.iri()));
        }
        terms.add(service, "sd:defaultDataset", dataset);
        terms.add(service, "rdfs:seeAlso", Terms.iri(WellKnown.beside(address, WellKnown.VOID)));
        terms.add(service, "rdfs:seeAlso", Terms.iri(WellKnown.beside(address, WellKnown.EXAMPLES)));
        terms.type(terms.term("ent:Simple"), "sd:EntailmentRegime");
        terms.add(dataset, "owl:versionInfo", Terms.text(store.release().id()));
        for (var id : versions) {
            var version = Terms.iri(endpoint + RELEASE + id);
            terms.add(service, "dcterms:hasVersion", version);
            terms.add(version, "owl:versionInfo", Terms.text(id));
        }
        limits(service, endpoint, terms);
        graphs(dataset, endpoint, store, terms);
        return RdfDocument.of(Terms.iri(endpoint), triples);
    }

    private void graphs(Node dataset, String endpoint, Store store, Terms terms) {
        var union = Terms.iri(endpoint + "#default-graph");
        terms.type(dataset, "sd:Dataset");
        terms.add(dataset, "sd:defaultGraph", union);
        terms.type(union, "sd:Graph");
        terms.add(
                union,
                "void:triples",
                Terms.number(store.statistics().all().size().triples()));
        int number = 0;
        for (var graph : store.release().graphs().entrySet()) {
            number++;
            var named = Terms.iri(endpoint + "#graph-" + number);
            var name = Terms.iri(graph.getKey());
            terms.add(dataset, "sd:namedGraph", named);
            terms.type(named, "sd:NamedGraph");
            terms.add(named, "sd:name", name);
            terms.add(named, "sd:graph", name);
            terms.type(name, "sd:Graph");
            terms.add(name, "void:triples", Terms.number(graph.getValue()));
        }
    }

    private void limits(Node service, String endpoint, Terms terms) {
        var limits = settings.limits();
        limit(
                "query-time",
                limits.queryTime().toSeconds(),
                "SEC",
                "Seconds from the start of a query to its last result.",
                service,
                endpoint,
                terms);
        limit("query-length", limits.queryLength(), "", "Characters of a query.", service, endpoint, terms);
        limit("body-size", limits.bodySize(), "AD", "Bytes of the body of a request.", service, endpoint, terms);
        limit("result-rows", limits.resultRows(), "", "Rows or triples of an answer.", service, endpoint, terms);
        limit("result-size", limits.resultSize(), "AD", "Bytes of an answer.", service, endpoint, terms);
        limit("at-once", limits.atOnce(), "", "Queries that run at once.", service, endpoint, terms);
        limit(
                "at-once-per-client",
                limits.atOncePerClient(),
                "",
                "Requests that one client may have open at once.",
                service,
                endpoint,
                terms);
    }

    /** One limit, by the name of its setting; the unit is a code of UN/CEFACT, empty where things are counted. */
    private static void limit(
            String name, long value, String unit, String meaning, Node service, String endpoint, Terms terms) {
        var limit = Terms.iri(endpoint + "#limit-" + name);
        terms.add(service, "schema:additionalProperty", limit);
        terms.type(limit, "schema:PropertyValue");
        terms.add(limit, "schema:propertyID", Terms.text(name));
        terms.add(limit, "schema:maxValue", Terms.number(value));
        terms.add(limit, "schema:description", Terms.text(meaning, "en"));
        if (!unit.isEmpty()) {
            terms.add(limit, "schema:unitCode", Terms.text(unit));
        }
    }
}
