package org.banggiao.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.banggiao.claim.Claim;
import org.banggiao.claim.ClaimFile;
import org.banggiao.claim.ClaimIssue;
import org.banggiao.claim.Passage;
import org.banggiao.graph.Run;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;

/**
 * A folder of claims: {@code <document>.jsonl} for each document, {@code <document>.sentences.tsv} with where its sentences
 * stand, and {@code runs.tsv} with the extraction that read each.
 * From here on the texts are not needed.
 */
final class FrozenClaims {
    private static final String ENDING = ".jsonl";
    private static final String RUNS = "runs.tsv";
    private static final String HEADER = "document\tfile_sha256\trules_sha256\tlexica_sha256\tversion";

    private FrozenClaims() {}

    /** Writes the claims of each document; files of other documents stay. */
    static void write(Knowledge knowledge, Path folder) {
        List<Run> runs =
                new ArrayList<>(Files.isDirectory(folder) ? read(folder).runs() : List.of());
        runs.removeIf(run -> knowledge.documentIds().contains(run.document()));
        runs.addAll(knowledge.runs());
        List<Passage> sentences = knowledge.sentences();
        try (OutputFolder out = new OutputFolder(folder)) {
            for (String document : knowledge.documentIds()) {
                out.write(document + ENDING, writer -> {
                    for (Claim claim : sorted(knowledge, document)) {
                        writer.write(ClaimFile.line(claim) + "\n");
                    }
                });
            }
            for (String document : knowledge.documentIds()) {
                out.write(
                        document + SentenceTable.ENDING,
                        writer -> SentenceTable.write(
                                sentences.stream()
                                        .filter(sentence -> sentence.document().equals(document))
                                        .toList(),
                                writer));
            }
            out.write(RUNS, writer -> {
                writer.write(HEADER + "\n");
                for (String line :
                        runs.stream().map(FrozenClaims::line).sorted().toList()) {
                    writer.write(line + "\n");
                }
            });
            out.commit();
        }
    }

    private static List<Claim> sorted(Knowledge knowledge, String document) {
        return knowledge.claims().stream()
                .filter(claim -> claim.said().statedIn().document().equals(document))
                .sorted(ClaimFile.ORDER)
                .toList();
    }

    /**
     * Reads all claims of a folder.
     *
     * @throws FaultException with every line that is not right
     */
    static Knowledge read(Path folder) {
        List<Claim> claims = new ArrayList<>();
        for (Path file : claimFiles(folder)) {
            claims.addAll(ClaimFile.read(file));
        }
        List<Run> runs = readRuns(folder.resolve(RUNS));
        List<Passage> sentences = new ArrayList<>();
        for (Run run : runs) {
            Path file = folder.resolve(run.document() + SentenceTable.ENDING);
            sentences.addAll(SentenceTable.read(file, run.document(), run.fileSha256()));
        }
        return new Knowledge(List.of(), claims, sentences, runs, List.of());
    }

    private static List<Path> claimFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Run run) {
        return String.join(
                "\t", run.document(), run.fileSha256(), run.rulesSha256(), run.lexicaSha256(), run.version());
    }

    private static List<Run> readRuns(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        List<Finding> faults = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i).split("\t", -1);
                if (i == 0 ? !lines.get(0).equals(HEADER) : cells.length != 5) {
                    faults.add(Finding.of(
                            ClaimIssue.FILE_BAD_LINE,
                            Location.of(file.toString()),
                            file + ", line " + (i + 1) + ": not the columns " + HEADER.replace("\t", ", ")
                                    + "; make the file anew with build --freeze."));
                } else if (i > 0) {
                    runs.add(new Run(cells[0], cells[1], cells[2], cells[3], cells[4]));
                }
            }
        } catch (IOException e) {
            throw new FaultException(
                    ClaimIssue.FILE_UNREADABLE,
                    Location.of(file.toString()),
                    file + " cannot be read as UTF-8 text: restore it from the repository.",
                    e);
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return runs;
    }
}
