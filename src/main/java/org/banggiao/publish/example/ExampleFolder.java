package org.banggiao.publish.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Example queries as the SIB SPARQL examples write them: a file each, and {@code prefixes.ttl} with the prefixes that all may
 * use without declaring them. Those that ask several endpoints together lie in a folder of their own, since one store alone gives
 * them no rows.
 */
public final class ExampleFolder {
    /** What the addresses of examples start with. */
    public static final String NAMESPACE = "https://w3id.org/banggiao/sparql-examples/";

    private static final String PREFIXES = "prefixes.ttl";
    private static final String ENDING = ".ttl";
    private static final String EXPECTED = "expected/";
    /** Where those lie that ask several endpoints together. */
    private static final String FEDERATED = "federated/";
    /** Where those lie that are asked elsewhere and call this service. */
    private static final String BY_SERVICE = FEDERATED + "service/";

    private static final String ANSWER_ENDING = ".tsv";
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";
    /** Where the text of a query stands, by what kind of query it is; there is exactly one. */
    private static final List<Node> QUERIES = List.of(
            NodeFactory.createURI(SH + "select"),
            NodeFactory.createURI(SH + "ask"),
            NodeFactory.createURI(SH + "construct"),
            NodeFactory.createURI(SPEX + "describe"));

    private static final Node PREFIX = NodeFactory.createURI(SH + "prefix");
    private static final Node PREFIX_NAMESPACE = NodeFactory.createURI(SH + "namespace");
    private static final Node KEYWORDS = NodeFactory.createURI("https://schema.org/keywords");
    private static final Node LEVEL = NodeFactory.createURI("https://schema.org/educationalLevel");
    private static final Node FEDERATES_WITH = NodeFactory.createURI(SPEX + "federatesWith");

    /** Those for beginners first, by subject. */
    private static final Comparator<ExampleQuery> ORDER = Comparator.comparing(ExampleQuery::level)
            .thenComparing(ExampleQuery::subject)
            .thenComparing(ExampleQuery::name);

    private final TreeMap<String, Graph> files = new TreeMap<>();
    private final List<Finding> faults = new ArrayList<>();

    private ExampleFolder() {}

    /**
     * The examples of a folder that one endpoint answers.
     *
     * @throws FaultException with everything that is wrong with its files
     */
    public static List<ExampleQuery> read(Path folder) {
        return readFolder(folder).examples();
    }

    /**
     * The examples of a folder that ask several endpoints together: those of its folder {@value #FEDERATED}.
     *
     * @throws FaultException with everything that is wrong with its files
     */
    public static List<ExampleQuery> federated(Path folder) {
        var it = readFolder(folder.resolve(FEDERATED));
        it.read(folder, file -> file.equals(PREFIXES));
        return it.examples();
    }

    private static ExampleFolder readFolder(Path folder) {
        var it = new ExampleFolder();
        it.read(folder, file -> true);
        return it;
    }

    private void read(Path folder, Predicate<String> isRead) {
        try (Stream<Path> paths = Files.list(folder)) {
            for (var path : paths.filter(p -> p.toString().endsWith(ENDING)).toList()) {
                var file = path.getFileName().toString();
                if (isRead.test(file)) {
                    add(file, Files.newInputStream(path));
                }
            }
        } catch (IOException e) {
            throw new FaultException(
                    ExampleIssue.UNREADABLE,
                    Location.of(folder.toString()),
                    folder + " cannot be read: name the folder that holds the example queries.",
                    e);
        }
    }

    /**
     * The examples that come with the program.
     *
     * @throws FaultException with everything that is wrong with them
     */
    public static List<ExampleQuery> ofProgram() {
        return readProgram("*").examples();
    }

    /**
     * The examples that come with the program and ask several endpoints together.
     *
     * @throws FaultException with everything that is wrong with them
     */
    public static List<ExampleQuery> federatedOfProgram() {
        return readProgram(FEDERATED + "*", PREFIXES).examples();
    }

    /**
     * What the files of the examples that come with the program say, with the prefixes; every subject has an address.
     *
     * @throws FaultException with everything that is wrong with them
     */
    public static List<Triple> triplesOfProgram() {
        return readProgram("*", FEDERATED + "*", BY_SERVICE + "*").triples();
    }

    /**
     * What the files of the examples of a folder say, with the prefixes; every subject has an address.
     *
     * @throws FaultException with everything that is wrong with them
     */
    public static List<Triple> triples(Path folder) {
        return readFolder(folder).triples();
    }

    /** What the examples that come with the program gave over the released data when they were last looked at, by name. */
    public static Map<String, ExampleAnswer> answersOfProgram() {
        return answers(EXPECTED);
    }

    /** What those that ask several endpoints gave over the released data and the example partners, by name. */
    public static Map<String, ExampleAnswer> federatedAnswersOfProgram() {
        return answers(FEDERATED + EXPECTED);
    }

    private static Map<String, ExampleAnswer> answers(String folder) {
        var answers = new TreeMap<String, ExampleAnswer>();
        try {
            for (var resource : resources(folder + "*" + ANSWER_ENDING)) {
                var file = String.valueOf(resource.getFilename());
                var content = resource.getContentAsString(StandardCharsets.UTF_8);
                answers.put(
                        file.substring(0, file.length() - ANSWER_ENDING.length()),
                        new ExampleAnswer(content.lines().toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    private static ExampleFolder readProgram(String... files) {
        var it = new ExampleFolder();
        try {
            for (var file : files) {
                for (var resource : resources(file.endsWith(ENDING) ? file : file + ENDING)) {
                    it.add(String.valueOf(resource.getFilename()), resource.getInputStream());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return it;
    }

    private static Resource[] resources(String pattern) throws IOException {
        // Where the prefixes are the others are too: a jar need not list its folders.
        var prefixes = String.valueOf(ExampleFolder.class.getResource(PREFIXES));
        var folder = prefixes.substring(0, prefixes.length() - PREFIXES.length());
        return new PathMatchingResourcePatternResolver().getResources(folder + pattern);
    }

    private List<Triple> triples() {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        var triples = new ArrayList<Triple>();
        files.forEach((file, graph) ->
                graph.stream().sorted(Comparator.comparing(Triple::toString)).forEach(triples::add));
        return triples;
    }

    private void add(String name, InputStream content) throws IOException {
        var graph = GraphFactory.createGraphMem();
        try (content) {
            RDFParser.source(content)
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
            files.put(name, graph);
        } catch (RiotException e) {
            fault(name, "is no Turtle: " + e.getMessage());
        }
    }

    private List<ExampleQuery> examples() {
        var prefixes = prefixes();
        var examples = new ArrayList<ExampleQuery>();
        files.forEach((file, graph) -> {
            if (!file.equals(PREFIXES)) {
                var name = file.substring(0, file.length() - ENDING.length());
                try {
                    examples.add(example(name, graph, prefixes));
                } catch (QueryException | IllegalArgumentException e) {
                    fault(file, "is no example query: " + e.getMessage());
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        examples.sort(ORDER);
        return examples;
    }

    private Map<String, String> prefixes() {
        var prefixes = new TreeMap<String, String>();
        var graph = files.get(PREFIXES);
        if (graph != null) {
            graph.find(Node.ANY, PREFIX, Node.ANY)
                    .forEach(t -> prefixes.put(
                            t.getObject().getLiteralLexicalForm(),
                            values(graph, t.getSubject(), PREFIX_NAMESPACE)
                                    .getFirst()
                                    .getLiteralLexicalForm()));
        }
        return prefixes;
    }

    private static ExampleQuery example(String name, Graph graph, Map<String, String> prefixes) {
        var node = NodeFactory.createURI(NAMESPACE + name);
        var queries = new ArrayList<Node>();
        QUERIES.forEach(property -> queries.addAll(values(graph, node, property)));
        if (queries.size() != 1) {
            throw new IllegalArgumentException("<" + node.getURI() + "> has " + queries.size()
                    + " queries; it needs one value of sh:select, sh:ask, sh:construct or spex:describe");
        }
        var questions = new TreeMap<String, String>();
        for (var comment : values(graph, node, RDFS.comment.asNode())) {
            questions.put(comment.getLiteralLanguage(), comment.getLiteralLexicalForm());
        }
        return new ExampleQuery(
                name,
                questions,
                level(values(graph, node, LEVEL)),
                values(graph, node, KEYWORDS).stream()
                        .map(Node::getLiteralLexicalForm)
                        .toList(),
                values(graph, node, FEDERATES_WITH).stream().map(Node::getURI).toList(),
                declared(queries.getFirst().getLiteralLexicalForm().strip() + "\n", prefixes));
    }

    private static Level level(List<Node> levels) {
        var codes = levels.stream().map(Node::getLiteralLexicalForm).toList();
        if (codes.size() != 1 || Level.of(codes.getFirst()).isEmpty()) {
            throw new IllegalArgumentException("its schema:educationalLevel is " + codes + ", not one of "
                    + Arrays.stream(Level.values()).map(Level::code).toList());
        }
        return Level.of(codes.getFirst()).orElseThrow();
    }

    private static List<Node> values(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(t -> t.getObject())
                .toList();
    }

    /** The query after declarations of those prefixes that it uses and does not declare itself. */
    private static String declared(String query, Map<String, String> prefixes) {
        var lines = new StringBuilder();
        prefixes.forEach((prefix, namespace) -> {
            boolean isUsed =
                    Pattern.compile("(?<![\\w-])" + prefix + ":").matcher(query).find();
            boolean isDeclared = Pattern.compile("(?i)PREFIX\\s+" + prefix + ":")
                    .matcher(query)
                    .find();
            if (isUsed && !isDeclared) {
                lines.append("PREFIX ")
                        .append(prefix)
                        .append(": <")
                        .append(URI.create(namespace))
                        .append(">\n");
            }
        });
        return lines + query;
    }

    private void fault(String file, String what) {
        faults.add(Finding.of(
                ExampleIssue.UNREADABLE,
                Location.of(file),
                "sparql-examples/" + file + " " + what.strip().replaceAll("\\.$", "") + ". Correct it there."));
    }
}
