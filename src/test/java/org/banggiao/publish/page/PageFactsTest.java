package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.graph.DatasetFile;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.TestService;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page states what its Turtle states, and no more: each row of facts is a property of the resource with all of its values, and
 * each property has a row or a place of its own on the page. Over random resources of each kind in the released data.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageFactsTest {
    private static final Path GRAPH = Path.of("data", "graph", "dataset.nq");
    private static final long SEED = 20_261;
    private static final int OF_EACH = 8;
    private static final String BASE = "https://w3id.org/banggiao";
    private static final Prefixes PREFIXES = Prefixes.of(BASE + "/");
    private static final List<String> KINDS = List.of(
            "Event",
            "PlannedAct",
            "Instrument",
            "AidFlow",
            "Country",
            "State",
            "Organisation",
            "Person",
            "Place",
            "Source",
            "SourceFile",
            "Passage",
            "Claim",
            "Post",
            "DonorSet",
            "Run",
            "Reference",
            "Region",
            "Breakdown",
            "Amount",
            "Tenure");
    /** What has a place of its own: headings, claims side by side, what is disputed. */
    private static final List<Node> ELSEWHERE =
            List.of(Vocabulary.LABEL, Vocabulary.PREF_LABEL, Vocabulary.HAS_CLAIM, Vocabulary.CONFLICT);

    private static final Pattern COORDINATES = Pattern.compile("[0-9.]+° [NS], [0-9.]+° [EW]");
    private static final Pattern FACTS = Pattern.compile("(?s)<dl class=\"facts\">(.*?)</dl>");
    private static final Pattern ROW = Pattern.compile("(?s)<dt>(.*?)</dt>(.*?)</div>");
    private static final Pattern VALUE = Pattern.compile("(?s)<dd>(.*?)</dd>");
    private static final Pattern TERM = Pattern.compile("href=\"[./]*/(ontology|said)\\?lang=en#([A-Za-z0-9]+)\"");

    private TestService service;
    private DatasetGraph data;

    @BeforeAll
    void start() {
        assumeTrue(Files.exists(GRAPH), () -> "skipped: there is no " + GRAPH);
        data = DatasetFile.read(GRAPH);
        service = TestService.of(MemoryStore.copyOf(data), Map.of());
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    Stream<String> resources() {
        var random = new Random(SEED);
        var types = new ArrayList<Node>();
        KINDS.forEach(k -> types.add(NodeFactory.createURI(Vocabulary.BG + k)));
        types.add(Vocabulary.CONCEPT);
        types.add(NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#ConceptScheme"));
        var some = new ArrayList<String>();
        for (var type : types) {
            var all = new ArrayList<String>();
            data.find(Node.ANY, Node.ANY, Vocabulary.TYPE, type)
                    .forEachRemaining(q -> all.add(q.getSubject().getURI()));
            all.removeIf(iri -> !iri.startsWith(BASE + "/id/") && !iri.startsWith(BASE + "/code/"));
            Collections.sort(all);
            Collections.shuffle(all, random);
            some.addAll(all.subList(0, Math.min(OF_EACH, all.size())));
            assertThat(all).as(type.getURI()).isNotEmpty();
        }
        return some.stream().distinct().map(iri -> iri.substring(BASE.length()));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aPageSaysWhatItsTurtleSays(String path) {
        var subject = NodeFactory.createURI(BASE + path);
        Graph turtle = GraphFactory.createDefaultGraph();
        RDFParser.fromString(service.get(path + ".ttl").body(), Lang.TURTLE).parse(turtle);
        var stated = new LinkedHashMap<String, List<Node>>();
        turtle.find(subject, Node.ANY, Node.ANY).forEachRemaining(t -> {
            if (!ELSEWHERE.contains(t.getPredicate())) {
                stated.computeIfAbsent(key(t.getPredicate()), k -> new ArrayList<>())
                        .add(t.getObject());
            }
        });
        var rows = rows(service.get(path + "?lang=en", "Accept", "text/html").body());
        if (turtle.contains(subject, Vocabulary.LINK, Node.ANY)) {
            // The links say the same, with how each was made.
            stated.remove(key(Vocabulary.EXACT_MATCH));
        }
        var onlyHere = new ArrayList<>(rows.keySet());
        onlyHere.removeAll(stated.keySet());
        onlyHere.removeIf(PageFactsTest::isPlace);
        assertThat(onlyHere).as("rows that the Turtle has not").isEmpty();
        assertThat(rows.keySet()).as("properties that the page has not").containsAll(stated.keySet());
        stated.forEach((property, objects) -> compare(property, objects, rows.getOrDefault(property, List.of())));
    }

    /** On the pages of passages and claims the place is told in words, and the property once more among the technical ones. */
    private static boolean isPlace(String row) {
        return List.of("source", "page", "section", "note", "sentence", "characters", "speaks of")
                .contains(row);
    }

    private static void compare(String property, List<Node> objects, List<String> shown) {
        var languages = objects.stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .distinct()
                .count();
        if (languages > 1) {
            assertThat(shown).as(property + ": one text or each").hasSizeBetween(1, objects.size());
            return;
        }
        assertThat(shown).as(property).hasSameSizeAs(objects);
        for (var object : objects) {
            assertThat(shown)
                    .as(property + " " + object)
                    .anyMatch(value -> object.isURI() ? leadsTo(value, object.getURI()) : says(value, object));
        }
    }

    /** A link to the resource; a part of it is told by its values. */
    private static boolean leadsTo(String value, String iri) {
        var path = iri.startsWith(BASE) ? iri.substring(BASE.length()).replace("#", "?lang=en#") : iri;
        return value.contains(path)
                || iri.endsWith("/geometry") && COORDINATES.matcher(value).find()
                || iri.matches(".*/(amount|item|participation|link|tenure|naming|merging|succession)/.*")
                        && !value.isBlank();
    }

    private static boolean says(String value, Node literal) {
        var text = literal.getLiteralLexicalForm();
        var words = value.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&amp;", "&")
                .replace(",", "");
        var bare = text.replace(",", "").replaceFirst("\\.0+$", "");
        return words.contains(bare)
                || text.equals("true") && words.contains("yes")
                || text.equals("false") && words.contains("no")
                || text.equals("vi") && words.contains("Vietnamese")
                || text.matches("[0-9]+\\.[0-9]*0+") && words.contains(bare.replaceFirst("0+$", ""));
    }

    /** The rows in the facts of the page and in what it has for those who compute, by property. */
    private static Map<String, List<String>> rows(String page) {
        int claims = page.indexOf("<section aria-labelledby=\"claims\">");
        int aside = page.indexOf("<aside");
        var own = claims < 0 ? page : page.substring(0, claims) + page.substring(aside);
        var rows = new LinkedHashMap<String, List<String>>();
        FACTS.matcher(own)
                .results()
                .forEach(facts -> ROW.matcher(facts.group(1))
                        .results()
                        .forEach(row -> rows.put(
                                key(row.group(1)),
                                VALUE.matcher(row.group(2))
                                        .results()
                                        .map(v -> v.group(1))
                                        .toList())));
        return rows;
    }

    private static String key(String name) {
        var term = TERM.matcher(name);
        return term.find()
                ? term.group(1) + "#" + term.group(2)
                : name.replaceAll("<[^>]*>", "").strip().toLowerCase(Locale.ROOT);
    }

    /** How the page names a property: by a link to our own, else by its words. */
    private static String key(Node property) {
        var iri = property.getURI();
        if (iri.startsWith(Vocabulary.BG) || iri.startsWith(Vocabulary.SAID)) {
            return iri.substring(BASE.length() + 1);
        }
        var words = PREFIXES.shorten(iri)
                .flatMap(s -> Texts.in(Language.EN).find("term." + s.replace(':', '.')))
                .orElseGet(() -> iri.replaceFirst("^.*[/#]", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", " "));
        return words.toLowerCase(Locale.ROOT);
    }
}
