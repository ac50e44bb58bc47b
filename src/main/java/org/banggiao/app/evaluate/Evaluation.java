package org.banggiao.app.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.banggiao.issue.FaultException;

/**
 * Extracted records against gold records. Detecting counts a record whose evidence meets that of a gold record, strictly only
 * one whose type, date, roles and quantity are right too; precision counts only within the annotated ranges.
 */
public final class Evaluation {
    private final RecordFile.Gold gold;
    private final List<Prediction> predictions;
    private final List<Matching.Pair> pairs;

    private Evaluation(RecordFile.Gold gold, List<Prediction> predictions) {
        this.gold = gold;
        this.predictions = predictions;
        pairs = Matching.of(gold.records(), predictions);
    }

    /**
     * Measures a file of records.
     *
     * @param records extracted records, one a line
     * @param gold gold files, or folders with such
     * @throws FaultException where a file is missing or a line is not in the record format
     */
    public static Evaluation of(Path records, List<Path> gold) {
        RecordFile.Gold read = RecordFile.gold(gold);
        return new Evaluation(read, RecordFile.predictions(records, read.units()));
    }

    /** The measures of each kind, then of all. */
    List<Scores> scores() {
        List<Scores> scores = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            scores.add(Scores.of(kind.code(), gold.records(), predictions, pairs, k -> k == kind));
        }
        scores.add(Scores.of("all", gold.records(), predictions, pairs, k -> true));
        return scores;
    }

    /** A tab-separated table of every error, with a heading. */
    public List<String> errors() {
        List<String> lines = new ArrayList<>(List.of(Errors.HEADER));
        lines.addAll(Errors.lines(gold.records(), predictions, pairs));
        return lines;
    }

    /** The measures, those of each field, the errors by sort and cause, and what confidence is worth. */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        if (predictions.isEmpty()) {
            lines.add("None of the records lies in a range that the gold files cover: they are of "
                    + gold.units().stream()
                            .map(GoldRecord.Unit::document)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ". Check that these texts were extracted.");
        }
        lines.add(Scores.HEADER);
        scores().forEach(score -> lines.add(score.line()));
        section(lines, "Fields, on the records that were found:", Fields.lines(pairs));
        List<String> errors = Errors.lines(gold.records(), predictions, pairs);
        section(lines, "Errors by sort:", Errors.counts(errors));
        section(lines, "Errors by cause; one that is wrong in two things counts for each:", Errors.causes(errors));
        Calibration calibration = calibration();
        section(lines, "Confidence:", calibration.table());
        section(lines, "Families of rules:", calibration.families());
        return lines;
    }

    /** What confidence is worth. */
    Calibration calibration() {
        return new Calibration(predictions, pairs);
    }

    private static void section(List<String> lines, String title, List<String> content) {
        lines.add("");
        lines.add(title);
        lines.addAll(content);
    }
}
