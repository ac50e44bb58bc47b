package org.banggiao.app.evaluate;

import java.util.List;
import org.banggiao.text.Range;

/**
 * A record made by people.
 *
 * @param unit the annotated range that it belongs to
 * @param values as the annotators gave them
 * @param anchors where the text says it: the place of the record, then further mentions
 * @param words a piece of the text at the first anchor
 */
record GoldRecord(Unit unit, Reading values, List<Range> anchors, String words) {
    GoldRecord {
        anchors = List.copyOf(anchors);
    }

    /**
     * A range of a document that was annotated in full.
     *
     * @param name of the range
     * @param document id
     * @param range in code points of the source text
     */
    record Unit(String name, String document, Range range) {}
}
