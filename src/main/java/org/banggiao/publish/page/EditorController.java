package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.entity.Terms;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Statistics;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the query editor knows beforehand, as JSON: the classes and properties that a release uses, as its VoID description counts
 * them, with their names and which properties each class has; and the text of the example queries.
 */
@Controller
final class EditorController {
    private static final String JSON = "application/json";
    private static final SortedMap<String, Long> NONE = Collections.emptySortedMap();

    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Questions questions;

    EditorController(PublishSettings settings, ReleaseViews views, Questions questions) {
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.questions = questions;
    }

    @GetMapping("/query/terms")
    void terms(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var statistics = store.statistics();
        var ontology = views.of(store).terms();
        var all = statistics.all();
        var json = new JsonObject();
        var namespaces = new JsonObject();
        prefixes.namespaces().forEach(namespaces::put);
        json.put("prefixes", namespaces);
        var properties = all.properties().entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Statistics.Size> e) -> -e.getValue().triples()))
                .toList();
        var listed = new JsonArray();
        properties.forEach(p -> listed.add(term(p.getKey(), p.getValue().triples(), ontology)));
        json.put("properties", listed);
        json.put(
                "classes",
                classes(statistics, properties.stream().map(Map.Entry::getKey).toList(), ontology));
        new Representation(json + "\n", JSON, "").send(request, response);
    }

    private JsonArray classes(Statistics statistics, List<String> properties, Terms ontology) {
        var classes = new JsonArray();
        statistics.all().classes().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> e) -> -e.getValue()))
                .forEach(e -> {
                    var json = term(e.getKey(), e.getValue(), ontology);
                    var used = new JsonArray();
                    statistics.classProperties().getOrDefault(e.getKey(), NONE).entrySet().stream()
                            .sorted(Comparator.comparing((Map.Entry<String, Long> p) -> -p.getValue()))
                            .forEach(p -> used.add(properties.indexOf(p.getKey())));
                    json.put("properties", used);
                    classes.add(json);
                });
        return classes;
    }

    private JsonObject term(String iri, long count, Terms ontology) {
        var json = new JsonObject();
        json.put("term", prefixes.shorten(iri).orElse("<" + iri + ">"));
        json.put("count", count);
        var labels = new JsonObject();
        for (var language : Language.values()) {
            ontology.label(NodeFactory.createURI(iri), language.code()).ifPresent(l -> labels.put(language.code(), l));
        }
        json.put("labels", labels);
        return json;
    }

    @GetMapping("/query/examples")
    void examples(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var json = new JsonObject();
        questions.all().forEach(q -> json.put(q.name(), q.text()));
        new Representation(json + "\n", JSON, "").send(request, response);
    }
}
