package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.banggiao.claim.ClaimFile;
import org.banggiao.claim.Review;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for editors, run word by word: its files are written, its commands run, and what it says they print is printed. */
class EditingGuideTest {
    private static final Path GUIDE = Path.of("src", "docs", "editing.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(file (\\S+)|console)\\n(.*?)^```$");

    @TempDir
    Path temp;

    @BeforeEach
    void useACopyOfTheData() throws IOException {
        copy(Path.of("data", "authority"));
        copy(Path.of("ontology"));
        copy(Path.of("sparql-examples"));
        Files.copy(Path.of("data", "sources.ttl"), temp.resolve("data").resolve("sources.ttl"));
        System.setProperty(Home.PROPERTY, temp.toString());
    }

    @AfterEach
    void useTheDataAgain() {
        System.clearProperty(Home.PROPERTY);
    }

    @Test
    void everyCommandOfTheGuideDoesWhatItSays() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        while (block.find()) {
            if (block.group(2) != null) {
                Path file = temp.resolve(block.group(2));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.group(3), StandardCharsets.UTF_8);
            } else {
                run(block.group(3), commands);
            }
        }
        assertThat(commands).contains("build", "review", "explain", "check", "mint", "extract");

        Cli curated = Cli.run("extract", temp.resolve("my-texts"), "--out", temp.resolve("curated"));
        assertThat(curated.exit()).isZero();
        assertThat(ClaimFile.read(temp.resolve("curated/claims.jsonl")))
                .filteredOn(claim -> claim.said().review() != null)
                .extracting(claim -> claim.said().review().verdict())
                .containsExactly(Review.Verdict.CONFIRMED, Review.Verdict.CORRECTED, Review.Verdict.ADDED);
        assertThat(ClaimFile.read(temp.resolve("alone/claims.jsonl")))
                .allMatch(claim -> claim.said().review() == null);
        assertThat(Files.readString(temp.resolve("data/graph/dataset.nq")))
                .contains("<https://w3id.org/banggiao/code/reviewstatus/added>")
                .contains("<https://w3id.org/banggiao/graph/curation>");
    }

    /** Runs the lines that begin with a prompt; what stands below one is what it prints. */
    private void run(String console, List<String> commands) {
        for (String part : console.split("(?m)^\\$ \\./banggiao ")) {
            if (part.isBlank()) {
                continue;
            }
            String[] lines = part.split("\n", 2);
            Object[] arguments = Stream.of(lines[0].split(" "))
                    .map(word -> word.matches("(my-|data|work|alone).*") ? temp.resolve(word) : word)
                    .toArray();
            Cli run = Cli.run(arguments);
            assertThat(run.exit()).as(lines[0] + "\n" + run.out() + run.err()).isZero();
            if (!lines[1].isBlank()) {
                assertThat(run.out().replace(temp + "/", "")).as(lines[0]).isEqualTo(lines[1].stripTrailing() + "\n");
            }
            commands.add(String.valueOf(arguments[0]));
        }
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = temp.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
