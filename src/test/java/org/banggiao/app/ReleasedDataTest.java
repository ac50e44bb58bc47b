package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.banggiao.graph.NQuads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is released in {@code data/} is what the texts, the rules and the keys give today. */
class ReleasedDataTest {
    private static final Path CORPUS = Path.of("..", "shared", "corpus");
    private static final Home HOME = Home.find();
    private static final String CURE = " is no longer what the corpus gives; run, and review the difference:\n"
            + "  ./banggiao build ../shared/corpus --release releases/corpus --freeze data && ./banggiao mint\n";

    @TempDir
    Path temp;

    @Test
    void theClaimsAreThoseOfTheCorpus() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "skipped: the corpus is not at " + CORPUS);
        Knowledge knowledge = new TextFlow(HOME, quiet()).read(List.of(CORPUS)).knowledge();
        FrozenClaims.write(knowledge, temp);
        assertThat(names(HOME.claims())).isEqualTo(names(temp));
        for (String name : names(temp)) {
            assertSame(HOME.claims().resolve(name), Files.readString(temp.resolve(name)));
        }
    }

    @Test
    void theGraphIsThatOfTheClaims() throws IOException {
        var built = GraphFlow.readingOntology(HOME, quiet()).checkedGraph(FrozenClaims.read(HOME.claims()), List.of());
        StringWriter text = new StringWriter();
        NQuads.write(text, built.quads());
        assertSame(HOME.graph(), text.toString());
    }

    @Test
    void everyThingThatIsReleasedHasItsPermanentKey() throws IOException {
        try (Stream<String> lines = Files.lines(HOME.graph())) {
            assertThat(lines.filter(line -> line.contains("/ontology#provisional> \"true\"")))
                    .as("mint has not been run on these")
                    .isEmpty();
        }
    }

    /** Names the first line that differs, since the files are long. */
    private static void assertSame(Path file, String today) throws IOException {
        List<String> released = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> expected = today.lines().toList();
        for (int i = 0; i < Math.max(released.size(), expected.size()); i++) {
            String is = i < released.size() ? released.get(i) : "(end of file)";
            String gives = i < expected.size() ? expected.get(i) : "(end of file)";
            assertThat(is).as(file + ", line " + (i + 1) + CURE).isEqualTo(gives);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList());
        }
    }

    private static Steps quiet() {
        return new Steps(new PrintWriter(new StringWriter()));
    }
}
