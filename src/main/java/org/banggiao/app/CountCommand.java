package org.banggiao.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Thing;
import org.banggiao.claim.curation.Curated;
import org.banggiao.graph.Check;
import org.banggiao.graph.GraphBuilder;
import org.banggiao.graph.Ontology;
import org.banggiao.graph.Vocabulary;
import org.banggiao.issue.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao count}: how much there is of everything, and how long mapping and checking take. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Counts the terms, codes, shapes and checks of the ontology, and the claims, things and quads that"
                        + " texts or, without any, the claims of data/claims/ give; and says how many seconds it takes to merge"
                        + " the claims, to build their graph and to check all of it. One line each: what, a tab, how many.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./banggiao count", "  ./banggiao count my-texts"})
final class CountCommand implements Callable<Integer> {
    private static final String SHAPES = "http://www.w3.org/ns/shacl#";

    @Parameters(paramLabel = "CORPUS", arity = "0..*", description = "Texts, or folders of texts.")
    private List<Path> corpus = List.of();

    @Spec
    private CommandSpec spec;

    /** Something that was done, and in how many seconds. */
    private record Timed<T>(T result, double seconds) {
        static <T> Timed<T> of(Supplier<T> work) {
            long start = System.nanoTime();
            T result = work.get();
            return new Timed<>(result, (System.nanoTime() - start) / 1e9);
        }
    }

    @Override
    public Integer call() {
        Home home = Home.find();
        Steps steps = new Steps(spec.commandLine().getErr());
        GraphFlow flow = GraphFlow.readingOntology(home, steps);
        Knowledge knowledge = corpus.isEmpty()
                ? steps.run("reading the claims of " + home.claims(), () -> FrozenClaims.read(home.claims()))
                : new TextFlow(home, steps).read(corpus).knowledge();
        Ontology ontology = Ontology.load(home.ontology());
        Authority authority = Authority.load(home.authority());
        Curated curated = flow.curate(authority, knowledge);
        Timed<List<Thing>> things = Timed.of(() -> flow.merge(curated));
        Timed<GraphBuilder.Built> built =
                Timed.of(() -> flow.graph(authority, knowledge, things.result(), curated.ties(), corpus));
        Timed<List<Finding>> findings =
                Timed.of(() -> Check.check(built.result().dataset(), ontology));
        ontology(ontology);
        data(knowledge, things.result(), built.result());
        line("findings of the checks", findings.result().size());
        seconds("to merge the claims", things.seconds());
        seconds("to build the graph", built.seconds());
        seconds("to check everything", findings.seconds());
        return Exit.DONE.code();
    }

    private void ontology(Ontology ontology) {
        Graph schema = ontology.schema();
        line("classes", own(schema, OWL2.Class.asNode()));
        line("properties", own(schema, OWL2.ObjectProperty.asNode()) + own(schema, OWL2.DatatypeProperty.asNode()));
        line(
                "code lists",
                subjects(schema, Vocabulary.TYPE, SKOS.ConceptScheme.asNode()).size());
        line("codes", subjects(schema, Vocabulary.TYPE, Vocabulary.CONCEPT).size());
        Graph shapes = ontology.shapes();
        line("node shapes", subjects(shapes, sh("targetClass"), Node.ANY).size());
        line(
                "property shapes",
                shapes.find(Node.ANY, sh("property"), Node.ANY).toList().size());
        line("checks", ontology.checks().size());
    }

    private void data(Knowledge knowledge, List<Thing> things, GraphBuilder.Built built) {
        line("documents", knowledge.documentIds().size());
        line("claims", knowledge.claims().size());
        line("things", things.size());
        TreeMap<String, Long> graphs = built.quads().stream()
                .collect(Collectors.groupingBy(quad -> quad.getGraph().getURI(), TreeMap::new, Collectors.counting()));
        graphs.forEach((graph, quads) -> line("quads in " + graph, quads));
        line("quads", built.quads().size());
    }

    private static int own(Graph schema, Node kind) {
        return (int) subjects(schema, Vocabulary.TYPE, kind).stream()
                .filter(node ->
                        node.getURI().startsWith(Vocabulary.BG) || node.getURI().startsWith(Vocabulary.SAID))
                .count();
    }

    private static Set<Node> subjects(Graph graph, Node property, Node object) {
        return graph.find(Node.ANY, property, object)
                .mapWith(triple -> triple.getSubject())
                .toSet();
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SHAPES + name);
    }

    private void line(String what, long number) {
        spec.commandLine().getOut().println(what + "\t" + number);
    }

    private void seconds(String what, double seconds) {
        spec.commandLine().getOut().println("seconds " + what + "\t" + String.format(Locale.ROOT, "%.1f", seconds));
    }
}
