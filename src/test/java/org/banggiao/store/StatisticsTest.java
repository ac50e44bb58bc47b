package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.store.Statistics.Counts;
import org.banggiao.store.Statistics.Links;
import org.banggiao.store.Statistics.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
    @TempDir
    private Path folder;

    private static Node iri(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    private static Statistics count(Iterable<Quad> quads) {
        var counter = new StatisticsCounter();
        quads.forEach(counter::add);
        return counter.statistics();
    }

    private static Set<Quad> random(long seed) {
        var random = new Random(seed);
        var quads = new HashSet<Quad>();
        for (int i = 0; i < 3000; i++) {
            var object = switch (random.nextInt(4)) {
                case 0 -> iri("o" + random.nextInt(50));
                case 1 -> NodeFactory.createLiteralLang("từ" + random.nextInt(9), random.nextBoolean() ? "vi" : "en");
                case 2 -> NodeFactory.createLiteralDT("" + random.nextInt(9), XSDDatatype.XSDinteger);
                default -> NodeFactory.createLiteralString("" + random.nextInt(9));
            };
            boolean isType = random.nextInt(5) == 0;
            quads.add(Quad.create(
                    iri("g" + random.nextInt(3)),
                    iri("s" + random.nextInt(100)),
                    isType ? RDF.type.asNode() : iri("p" + random.nextInt(7)),
                    isType ? iri("C" + random.nextInt(4)) : object));
        }
        return quads;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsAreThoseOfSets(long seed) {
        var quads = random(seed);
        var statistics = count(quads);
        var triples = quads.stream().map(Quad::asTriple).collect(Collectors.toSet());
        assertThat(statistics.all()).as("seed " + seed).isEqualTo(slowly(triples));
        quads.stream()
                .collect(Collectors.groupingBy(Quad::getGraph))
                .forEach((graph, in) -> assertThat(statistics.graphs().get(graph.getURI()))
                        .as("seed " + seed + " " + graph)
                        .isEqualTo(slowly(in.stream().map(Quad::asTriple).collect(Collectors.toSet()))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void propertiesAreCountedForEachClass(long seed) {
        var quads = random(seed).stream()
                .sorted(Comparator.comparing((Quad q) -> q.getSubject().getURI()))
                .toList();
        var triples = quads.stream().map(Quad::asTriple).collect(Collectors.toSet());
        var expected = new TreeMap<String, Map<String, Long>>();
        triples.stream()
                .filter(t -> t.predicateMatches(RDF.type.asNode()))
                .forEach(type -> triples.stream()
                        .filter(t -> t.subjectMatches(type.getSubject()))
                        .forEach(t -> expected.computeIfAbsent(type.getObject().getURI(), c -> new TreeMap<>())
                                .merge(t.getPredicate().getURI(), 1L, Long::sum)));
        assertThat(count(quads).classProperties()).as("seed " + seed).isEqualTo(expected);
    }

    private static Counts slowly(Set<Triple> triples) {
        var byProperty = triples.stream()
                .collect(Collectors.groupingBy(t -> t.getPredicate().getURI()));
        return new Counts(
                size(triples),
                tally(
                        triples.stream().filter(t -> t.getPredicate().equals(RDF.type.asNode())),
                        t -> t.getObject().getURI()),
                new TreeMap<>(byProperty.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> size(Set.copyOf(e.getValue()))))),
                tally(
                        triples.stream().filter(t -> t.getObject().isLiteral()),
                        t -> t.getObject().getLiteralDatatypeURI()),
                tally(
                        triples.stream()
                                .filter(t -> t.getObject().isLiteral()
                                        && !t.getObject().getLiteralLanguage().isEmpty()),
                        t -> t.getObject().getLiteralLanguage()),
                new TreeMap<>());
    }

    private static TreeMap<String, Long> tally(Stream<Triple> triples, Function<Triple, String> key) {
        return triples.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static Size size(Set<Triple> triples) {
        return new Size(
                triples.size(),
                triples.stream().map(Triple::getSubject).distinct().count(),
                triples.stream().map(Triple::getObject).distinct().count());
    }

    @Test
    void linksGoToOtherHostsAndNameWhatTheirTargetsShare() {
        var quads = List.of(
                link("a", "https://other.test/id/x/1"),
                link("b", "https://other.test/id/y#z"),
                link("b", "https://third.test/only"),
                link("b", "http://example.org/here"),
                link("b", "urn:isbn:1"));
        var links = count(quads).graphs().get("http://example.org/g").links().values();
        assertThat(links)
                .containsExactly(
                        new Links("http://example.org/p", "https://other.test/id/", 2),
                        new Links("http://example.org/p", "https://third.test/", 1));
    }

    private static Quad link(String subject, String target) {
        return Quad.create(iri("g"), iri(subject), iri("p"), NodeFactory.createURI(target));
    }

    @Test
    void theFileSaysTheSame() throws IOException {
        var quads = random(7);
        quads.add(link("a", "https://other.test/id/x/1"));
        var statistics = count(quads);
        var file = folder.resolve("statistics.tsv");
        StatisticsFile.write(statistics, file);
        assertThat(StatisticsFile.read(file)).isEqualTo(statistics);
    }
}
