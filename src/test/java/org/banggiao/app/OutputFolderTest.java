package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path temp;

    @Test
    void filesAppearOnlyWhenAllAreWritten() throws IOException {
        Path folder = temp.resolve("a/out");
        try (OutputFolder out = new OutputFolder(folder)) {
            out.write("one.txt", w -> w.write("một\n"));
            out.write("two.txt", w -> w.write("hai\n"));
            assertThat(folder).doesNotExist();
            out.commit();
        }
        assertThat(folder.resolve("one.txt")).hasContent("một\n");
        assertThat(filesIn(temp.resolve("a"))).containsExactly("out");
    }

    @Test
    void whatStoodThereStaysWhereWritingFails() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("out"));
        Files.writeString(folder.resolve("one.txt"), "old");
        assertThatThrownBy(() -> {
                    try (OutputFolder out = new OutputFolder(folder)) {
                        out.write("one.txt", w -> w.write("new"));
                        out.write("two.txt", w -> {
                            throw new IOException("No space left on device");
                        });
                        out.commit();
                    }
                })
                .isInstanceOf(FaultException.class)
                .hasMessage(folder.resolve("two.txt") + " cannot be written (IOException: No space left on device):"
                        + " look at its permissions and at the space left.");
        assertThat(folder.resolve("one.txt")).hasContent("old");
        assertThat(filesIn(temp)).containsExactly("out");
    }

    @Test
    void otherFilesStay() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("out"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        try (OutputFolder out = new OutputFolder(folder)) {
            out.write("one.txt", w -> w.write("new"));
            out.commit();
        }
        assertThat(filesIn(folder)).containsExactly("notes.txt", "one.txt");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(temp.resolve("out"), "mine");
        assertThatThrownBy(() -> new OutputFolder(file))
                .isInstanceOf(FaultException.class)
                .hasMessage(file + " is a file: name a folder for the results.");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
