package org.banggiao.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.conformance.Verdict.Subject;
import org.banggiao.publish.TestService;

/** The cases on the service description. */
final class DescriptionCases {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    /** Domain and range of the properties of the schema (SPARQL 1.1 Service Description, section 3). */
    private static final Map<String, List<String>> SCHEMA = new TreeMap<>(Map.ofEntries(
            Map.entry("endpoint", List.of("Service", "")),
            Map.entry("feature", List.of("Service", "Feature")),
            Map.entry("defaultEntailmentRegime", List.of("Service", "EntailmentRegime")),
            Map.entry("defaultSupportedEntailmentProfile", List.of("Service", "EntailmentProfile")),
            Map.entry("extensionFunction", List.of("Service", "Function")),
            Map.entry("extensionAggregate", List.of("Service", "Aggregate")),
            Map.entry("languageExtension", List.of("Service", "Feature")),
            Map.entry("supportedLanguage", List.of("Service", "Language")),
            Map.entry("propertyFeature", List.of("Service", "Feature")),
            Map.entry("defaultDataset", List.of("Service", "Dataset")),
            Map.entry("availableGraphs", List.of("Service", "GraphCollection")),
            Map.entry("resultFormat", List.of("Service", "")),
            Map.entry("inputFormat", List.of("Service", "")),
            Map.entry("defaultGraph", List.of("Dataset", "Graph")),
            Map.entry("namedGraph", List.of("GraphCollection", "NamedGraph")),
            Map.entry("name", List.of("NamedGraph", "")),
            Map.entry("graph", List.of("NamedGraph", "Graph")),
            Map.entry("entailmentRegime", List.of("NamedGraph", "EntailmentRegime")),
            Map.entry("supportedEntailmentProfile", List.of("NamedGraph", "EntailmentProfile"))));

    /** The instances that the schema itself declares. */
    private static final Map<String, Set<String>> INSTANCES = Map.of(
            "Language", Set.of("SPARQL10Query", "SPARQL11Query", "SPARQL11Update"),
            "Feature",
                    Set.of(
                            "DereferencesURIs",
                            "UnionDefaultGraph",
                            "RequiresDataset",
                            "EmptyGraphs",
                            "BasicFederatedQuery"));

    private static final Map<String, Lang> SYNTAXES =
            Map.of("text/turtle", Lang.TURTLE, "application/rdf+xml", Lang.RDFXML, "application/ld+json", Lang.JSONLD);

    private final TestService service;

    DescriptionCases(TestService service) {
        this.service = service;
    }

    Verdict run(Case test) {
        var name = test.resource().getLocalName();
        var wrong = switch (name) {
            case "returns-rdf" -> returnsRdf();
            case "has-endpoint-triple" -> endpoint();
            case "conforms-to-schema" -> schema();
            default -> "There is no such case here.";
        };
        return wrong.isEmpty() ? Verdict.passed(test, Subject.SERVICE) : Verdict.failed(test, Subject.SERVICE, wrong);
    }

    private Graph description(String accept) {
        var response = service.get("/sparql", "Accept", accept);
        var graph = GraphFactory.createDefaultGraph();
        if (response.statusCode() == 200) {
            RDFParser.fromString(response.body(), SYNTAXES.getOrDefault(accept, Lang.TURTLE))
                    .parse(graph);
        }
        return graph;
    }

    private String returnsRdf() {
        try {
            for (var accept : List.of("*/*", "text/turtle", "application/rdf+xml", "application/ld+json")) {
                if (description(accept).isEmpty()) {
                    return "No triples for Accept " + accept + ".";
                }
            }
            return "";
        } catch (RiotException e) {
            return "No RDF: " + e.getMessage();
        }
    }

    private String endpoint() {
        return description("text/turtle")
                        .contains(Node.ANY, sd("endpoint"), NodeFactory.createURI(service.url() + "/sparql"))
                ? ""
                : "No sd:endpoint with the address that was asked.";
    }

    private String schema() {
        var graph = description("text/turtle");
        var faults = new ArrayList<String>();
        graph.stream().filter(t -> t.getPredicate().getURI().startsWith(SD)).forEach(t -> {
            var property = t.getPredicate().getURI().substring(SD.length());
            var ends = SCHEMA.get(property);
            if (ends == null) {
                faults.add("sd:" + property + " is not in the schema");
            } else if (!isA(graph, t.getSubject(), ends.getFirst())) {
                faults.add("the subject of sd:" + property + " is no sd:" + ends.getFirst());
            } else if (!isA(graph, t.getObject(), ends.getLast())) {
                faults.add("the object of sd:" + property + " is no sd:" + ends.getLast());
            }
        });
        return faults.stream().distinct().sorted().collect(Collectors.joining("; "));
    }

    private static boolean isA(Graph graph, Node node, String type) {
        if (type.isEmpty()) {
            return node.isURI();
        }
        boolean isDeclared = INSTANCES.getOrDefault(type, Set.of()).stream().anyMatch(i -> sd(i).equals(node));
        boolean isDataset = type.equals("GraphCollection") && graph.contains(node, RDF.type.asNode(), sd("Dataset"));
        return isDeclared || isDataset || graph.contains(node, RDF.type.asNode(), sd(type));
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
