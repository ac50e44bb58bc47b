package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    /** SHA-256 of the three bytes {@code abc}, from FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path temp;

    @Test
    void filesAreNamedWithoutTheFoldersOfThisMachine() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("data/deep"));
        Files.writeString(folder.resolve("a.txt"), "abc");
        Path single = Files.writeString(temp.resolve("b.txt"), "abc");

        assertThat(new Inputs()
                        .add("data", temp.resolve("data"))
                        .addAll("corpus", List.of(single))
                        .digests())
                .isEqualTo(Map.of("data/deep/a.txt", ABC, "corpus/b.txt", ABC));
    }

    @Test
    void whatIsMissingIsNoInput() {
        assertThat(new Inputs().add("data", temp.resolve("none")).digests()).isEmpty();
    }

    @Test
    void theProgramIsAnInputAndStaysTheSame() {
        Map<String, String> first = new Inputs().program().digests();
        assertThat(first)
                .containsOnlyKeys("program")
                .isEqualTo(new Inputs().program().digests());
        assertThat(first.get("program")).matches("[0-9a-f]{64}");
    }
}
