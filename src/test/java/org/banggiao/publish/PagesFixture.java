package org.banggiao.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.PassageWords;
import org.banggiao.store.Passages;

/** A store with the small graph of {@code pages.trig} and the ontology of the project. */
public final class PagesFixture {
    private static final String ONTOLOGY_GRAPH = "https://w3id.org/banggiao/graph/ontology";

    private PagesFixture() {}

    /** Without the words of passages. */
    public static MemoryStore store() {
        return store(Passages.NONE);
    }

    /** With words for one passage. */
    public static MemoryStore storeWithWords(String passage, String words) {
        return store(iri -> iri.endsWith("/" + passage) ? Optional.of(words) : Optional.empty());
    }

    /** With words for one passage, and their paragraph. */
    public static MemoryStore storeWithWords(String passage, PassageWords words) {
        return store(new Passages() {
            @Override
            public Optional<String> text(String iri) {
                return words(iri).map(PassageWords::text);
            }

            @Override
            public Optional<PassageWords> words(String iri) {
                return iri.endsWith("/" + passage) ? Optional.of(words) : Optional.empty();
            }
        });
    }

    private static MemoryStore store(Passages passages) {
        return MemoryStore.of(quads(), passages);
    }

    /** All quads. */
    public static List<Quad> quads() {
        var quads = new ArrayList<Quad>();
        var data = DatasetGraphFactory.create();
        RDFParser.fromString(text(), Lang.TRIG).parse(data);
        data.find().forEachRemaining(quads::add);
        var graph = NodeFactory.createURI(ONTOLOGY_GRAPH);
        for (var folder : new String[] {"ontology", "ontology/codes"}) {
            try (var files = Files.list(Path.of(folder))) {
                files.filter(f -> f.toString().endsWith(".ttl"))
                        .sorted()
                        .forEach(file -> RDFDataMgr.loadGraph(file.toString())
                                .find()
                                .forEachRemaining(t -> quads.add(new Quad(graph, t))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return quads;
    }

    private static String text() {
        try (var in = Objects.requireNonNull(PagesFixture.class.getResourceAsStream("pages.trig"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
