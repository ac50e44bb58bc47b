package org.banggiao.app.evaluate;

import java.util.List;
import org.banggiao.text.Range;

/**
 * An extracted record as it counts in one annotated range.
 *
 * @param unit the range
 * @param places its evidence there, cut to what counts
 * @param readings its own values, then those of its places in the range that differ
 * @param label in English
 * @param rule which made it, empty where it does not say
 * @param isDatedByContext whether it says that context gave its date
 * @param confidence 0 to 1; negative where it does not say
 */
record Prediction(
        GoldRecord.Unit unit,
        List<Range> places,
        List<Reading> readings,
        String label,
        String rule,
        boolean isDatedByContext,
        double confidence) {
    Prediction {
        places = List.copyOf(places);
        readings = List.copyOf(readings);
    }

    RecordKind kind() {
        return readings.getFirst().kind();
    }
}
