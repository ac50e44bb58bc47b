package org.banggiao.app.evaluate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.banggiao.mention.JsonLine;
import org.banggiao.text.Range;
import org.jspecify.annotations.Nullable;

/** Reads gold records and extracted records, JSON Lines each. */
final class RecordFile {
    /** Code points of one place that count. */
    private static final int MAX_PLACE = 1200;
    /** Places of a record that count in a range. */
    private static final int MAX_PLACES = 3;
    /** Code points of all places of a record that count in a range. */
    private static final int MAX_ALL = 1800;

    private static final String ENDING = ".jsonl";

    private final List<Finding> faults = new ArrayList<>();

    private RecordFile() {}

    /**
     * What annotators found.
     *
     * @param units the ranges that they went through
     * @param records in the order of the files
     */
    record Gold(List<GoldRecord.Unit> units, List<GoldRecord> records) {
        Gold {
            units = List.copyOf(units);
            records = List.copyOf(records);
        }
    }

    /**
     * Reads gold files, or all of a folder.
     *
     * @throws FaultException with every line that is not right
     */
    static Gold gold(List<Path> paths) {
        RecordFile reader = new RecordFile();
        List<GoldRecord.Unit> units = new ArrayList<>();
        List<GoldRecord> records = new ArrayList<>();
        for (Path file : files(paths)) {
            List<String> lines = lines(file);
            GoldRecord.Unit unit = reader.unit(file, lines);
            if (unit != null) {
                units.add(unit);
                for (int i = 1; i < lines.size(); i++) {
                    reader.goldRecord(file, i, lines.get(i), unit, records);
                }
            }
        }
        if (units.isEmpty() && reader.faults.isEmpty()) {
            reader.faults.add(Finding.of(
                    EvaluateIssue.FILE_UNREADABLE,
                    Location.of(paths.toString()),
                    paths.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + " holds no gold records: name files that end in .jsonl, or a folder with such."));
        }
        reader.stopOnFaults();
        return new Gold(units, records);
    }

    /**
     * Reads extracted records as they count in the annotated ranges: in each that holds the middle of one of their places.
     *
     * @throws FaultException with every line that is not in the record format
     */
    static List<Prediction> predictions(Path file, List<GoldRecord.Unit> units) {
        RecordFile reader = new RecordFile();
        List<Prediction> predictions = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                reader.prediction(file, i, lines.get(i), units, predictions);
            }
        }
        reader.stopOnFaults();
        return predictions;
    }

    private GoldRecord.@Nullable Unit unit(Path file, List<String> lines) {
        try {
            Map<String, @Nullable Object> head = JsonLine.read(lines.isEmpty() ? "" : lines.getFirst());
            return new GoldRecord.Unit(text(head, "unit"), text(head, "doc"), range(head));
        } catch (IllegalArgumentException e) {
            faults.add(Finding.of(
                    EvaluateIssue.BAD_RANGE,
                    Location.of(file.toString()),
                    file + ", line 1: " + e.getMessage() + "; give unit, doc, start and end of the annotated range."));
            return null;
        }
    }

    private void goldRecord(Path file, int line, String json, GoldRecord.Unit unit, List<GoldRecord> into) {
        try {
            Map<String, @Nullable Object> record = JsonLine.read(json);
            List<Range> anchors = new ArrayList<>(List.of(range(record)));
            for (Map<String, @Nullable Object> mention : objects(record, "mentions")) {
                anchors.add(range(mention));
            }
            Reading values = Reading.of(RecordKind.parse(text(record, "kind")), record);
            into.add(new GoldRecord(unit, values, anchors, text(record, "anchor")));
        } catch (IllegalArgumentException e) {
            bad(file, line, e);
        }
    }

    private void prediction(Path file, int line, String json, List<GoldRecord.Unit> units, List<Prediction> into) {
        try {
            Map<String, @Nullable Object> record = new LinkedHashMap<>(JsonLine.read(json));
            if (record.containsKey("statedIn")) {
                throw new IllegalArgumentException("this is a claim, no record: give records.jsonl of the same folder");
            }
            RecordKind kind = RecordKind.parse(text(record, "kind"));
            String document = text(record, "doc");
            List<Map<String, @Nullable Object>> evidence = objects(record, "evidence");
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("there is no evidence");
            }
            Reading own = Reading.of(kind, record);
            List<Range> places = new ArrayList<>();
            List<@Nullable Reading> readings = new ArrayList<>();
            for (Map<String, @Nullable Object> place : evidence) {
                places.add(range(place));
                readings.add(differing(kind, record, place));
            }
            for (GoldRecord.Unit unit : units) {
                if (unit.document().equals(document)) {
                    Prediction prediction = within(unit, own, places, readings, record);
                    if (prediction != null) {
                        into.add(prediction);
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            bad(file, line, e);
        }
    }

    private static @Nullable Reading differing(
            RecordKind kind, Map<String, @Nullable Object> record, Map<String, @Nullable Object> place) {
        if (!(place.get("values") instanceof Map<?, ?> values)) {
            return null;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(record);
        values.forEach((name, value) -> all.put(String.valueOf(name), value));
        return Reading.of(kind, all);
    }

    private static @Nullable Prediction within(
            GoldRecord.Unit unit,
            Reading own,
            List<Range> places,
            List<@Nullable Reading> readings,
            Map<String, @Nullable Object> record) {
        List<Range> counted = new ArrayList<>();
        List<Reading> values = new ArrayList<>(List.of(own));
        int total = 0;
        int seen = 0;
        for (int i = 0; i < places.size() && seen < MAX_PLACES; i++) {
            Range place = places.get(i);
            if (!unit.range().contains((place.startInclusive() + place.endExclusive()) / 2)) {
                continue;
            }
            seen++;
            int end = Math.min(place.endExclusive(), place.startInclusive() + Math.min(MAX_PLACE, MAX_ALL - total));
            if (end > place.startInclusive()) {
                counted.add(new Range(place.startInclusive(), end));
                total += end - place.startInclusive();
            }
            Reading differing = readings.get(i);
            if (differing != null) {
                values.add(differing);
            }
        }
        if (seen == 0) {
            return null;
        }
        String rule = record.get("rule") instanceof List<?> rules && !rules.isEmpty() ? rules.getFirst() + "" : "";
        boolean byContext = record.get("derivedFromContext") instanceof List<?> derived && derived.contains("date");
        double confidence = record.get("confidence") instanceof BigDecimal c ? c.doubleValue() : -1;
        return new Prediction(unit, counted, values, own.text("label").orElse(""), rule, byContext, confidence);
    }

    private void bad(Path file, int line, IllegalArgumentException e) {
        faults.add(Finding.of(
                EvaluateIssue.BAD_RECORD,
                Location.of(file.toString()),
                file + ", line " + (line + 1) + ": " + e.getMessage() + "; correct it by the record format."));
    }

    private void stopOnFaults() {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static Range range(Map<String, @Nullable Object> of) {
        if (of.get("start") instanceof BigDecimal start && of.get("end") instanceof BigDecimal end) {
            try {
                if (start.compareTo(end) < 0) {
                    return new Range(start.intValueExact(), end.intValueExact());
                }
            } catch (ArithmeticException notWhole) {
                // said below
            }
        }
        throw new IllegalArgumentException(
                "start and end are " + of.get("start") + " and " + of.get("end") + ", not a range of code points");
    }

    private static String text(Map<String, @Nullable Object> of, String field) {
        if (of.get(field) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(field + " is " + of.get(field) + ", not a text");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> objects(Map<String, @Nullable Object> of, String field) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        if (of.get(field) instanceof List<?> items) {
            for (Object item : items) {
                if (!(item instanceof Map<?, ?>)) {
                    throw new IllegalArgumentException(field + " holds " + item + ", not an object");
                }
                objects.add((Map<String, @Nullable Object>) item);
            }
        }
        return objects;
    }

    private static List<Path> files(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(ENDING))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw unreadable(path, e);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static FaultException unreadable(Path file, IOException e) {
        String why = !Files.exists(file)
                ? " does not exist: check the path."
                : Files.isDirectory(file)
                        ? " is a folder: name the file in it, such as records.jsonl."
                        : " cannot be read as UTF-8 text: name a file of records, one JSON object a line.";
        return new FaultException(EvaluateIssue.FILE_UNREADABLE, Location.of(file.toString()), file + why, e);
    }
}
