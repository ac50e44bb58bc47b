package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was published of the ontology stays as it was, and nothing of it is lost. */
class FrozenOntologyTest {
    private static final Path CURRENT = Path.of("ontology");

    static List<Path> versions() throws IOException {
        try (Stream<Path> folders = Files.list(CURRENT.resolve("releases"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void noFileOfAFrozenVersionChanges(Path version) throws IOException {
        for (var line : Files.readAllLines(version.resolve("SHA256SUMS"), StandardCharsets.UTF_8)) {
            var cells = line.split(" {2}", 2);
            assertThat(sha256(Files.readAllBytes(version.resolve(cells[1]))))
                    .as(version.resolve(cells[1]) + " is not what was published: restore it from the repository")
                    .isEqualTo(cells[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void noTermAndNoCodeOfAFrozenVersionIsLost(Path version) {
        assertThat(named(Fixtures.ONTOLOGY))
                .as("terms and codes of " + version + ", which others use: mark them owl:deprecated, but keep them")
                .containsAll(named(Ontology.load(version)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatDiffersFromAFrozenVersionHasANumberOfItsOwn(Path version) throws IOException {
        assertThat(String.valueOf(version.getFileName())).isEqualTo(number(version));
        if (number(version).equals(number(CURRENT))) {
            for (var line : Files.readAllLines(version.resolve("SHA256SUMS"), StandardCharsets.UTF_8)) {
                var file = line.split(" {2}", 2)[1];
                assertThat(CURRENT.resolve(file))
                        .as(file + " differs from its frozen version: raise owl:versionInfo, or, where that version was"
                                + " not published yet, freeze it again with ontology/releases/freeze")
                        .hasSameBinaryContentAs(version.resolve(file));
            }
        }
    }

    private static String number(Path folder) {
        return Ontology.readTurtle(folder.resolve("banggiao.ttl"))
                .find(Node.ANY, OWL2.versionInfo.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .next()
                .getLiteralLexicalForm();
    }

    /** Terms and codes: what has a definition or stands in a list. */
    private static Set<String> named(Ontology ontology) {
        var names = new TreeSet<String>();
        ontology.schema()
                .find(Node.ANY, Vocabulary.TYPE, Node.ANY)
                .filterKeep(t -> t.getSubject().getURI().startsWith("https://w3id.org/banggiao/"))
                .forEachRemaining(t -> names.add(t.getSubject().getURI()));
        return names;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
