package org.banggiao.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.banggiao.claim.ClaimIssue;
import org.banggiao.claim.Passage;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where the sentences of a document stand, a line each: so that corrections find the sentences they rest on where the text is
 * not at hand. Digests, no words.
 */
final class SentenceTable {
    /** What the names of such files end in, behind the document's id. */
    static final String ENDING = ".sentences.tsv";

    private static final String HEADER = "sentence\tstart\tend\tpage\tsection\tnote\tdigest";

    private SentenceTable() {}

    static void write(List<Passage> sentences, Writer out) throws IOException {
        out.write(HEADER + "\n");
        for (Passage it : sentences) {
            out.write(String.join(
                            "\t",
                            String.valueOf(it.sentence()),
                            String.valueOf(it.startInclusive()),
                            String.valueOf(it.endExclusive()),
                            text(it.page()),
                            text(it.section()),
                            text(it.note()),
                            it.digest())
                    + "\n");
        }
    }

    /**
     * Reads the sentences of a document.
     *
     * @throws FaultException where the file is missing or a line is not right
     */
    static List<Passage> read(Path file, String document, String fileSha256) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FaultException(
                    ClaimIssue.FILE_UNREADABLE,
                    Location.of(file.toString()),
                    file + " cannot be read as UTF-8 text: restore it from the repository, or make it anew with build"
                            + " --freeze.",
                    e);
        }
        List<Passage> sentences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 && lines.get(0).equals(HEADER)) {
                continue;
            }
            try {
                sentences.add(passage(lines.get(i).split("\t", -1), document, fileSha256));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new FaultException(
                        ClaimIssue.FILE_BAD_LINE,
                        Location.of(file.toString()),
                        file + ", line " + (i + 1) + ": not the columns " + HEADER.replace("\t", ", ")
                                + "; make the file anew with build --freeze.",
                        e);
            }
        }
        return sentences;
    }

    private static Passage passage(String[] cells, String document, String fileSha256) {
        return new Passage(
                document,
                fileSha256,
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                number(cells[3]),
                number(cells[4]),
                number(cells[5]),
                Integer.parseInt(cells[0]),
                cells[6]);
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static @Nullable Integer number(String cell) {
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }
}
