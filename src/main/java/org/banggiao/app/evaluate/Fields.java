package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How well each field was read, on the records that were found. */
final class Fields {
    private static final Map<RecordKind, List<String>> SINGLE = Map.of(
            RecordKind.AGREEMENT, List.of("type", "signed", "place", "valid"),
            RecordKind.EVENT, List.of("type", "date", "place", "modality"),
            RecordKind.AID_FLOW, List.of("status", "period", "category", "terms", "under"));

    private Fields() {}

    /** A line for each field that gold gives in some pair. */
    static List<String> lines(List<Matching.Pair> pairs) {
        List<String> lines = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            List<Matching.Pair> ofKind = pairs.stream()
                    .filter(pair -> pair.gold().values().kind() == kind)
                    .toList();
            SINGLE.getOrDefault(kind, List.of()).forEach(field -> single(kind, field, ofKind, lines));
            kind.lists().forEach(field -> list(kind, field, ofKind, lines));
        }
        return lines;
    }

    private static void single(RecordKind kind, String field, List<Matching.Pair> pairs, List<String> lines) {
        int given = 0;
        int same = 0;
        for (Matching.Pair pair : pairs) {
            Reading gold = pair.gold().values();
            if (gold.text(field).isPresent()) {
                given++;
                boolean right = field.equals(kind.dateField())
                        ? pair.agreement().date()
                        : gold.text(field).equals(pair.reading().text(field));
                same += right ? 1 : 0;
            }
        }
        if (given > 0) {
            lines.add(String.format(
                    Locale.ROOT, "%-10s %-12s %5.2f of %d", kind.code(), field, Scores.share(same, given), given));
        }
    }

    private static void list(RecordKind kind, String field, List<Matching.Pair> pairs, List<String> lines) {
        int gold = 0;
        int read = 0;
        int common = 0;
        for (Matching.Pair pair : pairs) {
            Set<String> expected = pair.gold().values().names(field);
            Set<String> found = pair.reading().names(field);
            gold += expected.size();
            read += found.size();
            common += (int) expected.stream().filter(found::contains).count();
        }
        if (gold > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s %-12s precision %.2f of %d, recall %.2f of %d",
                    kind.code(),
                    field,
                    Scores.share(common, read),
                    read,
                    Scores.share(common, gold),
                    gold));
        }
    }
}
