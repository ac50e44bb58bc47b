package org.banggiao.claim;

import java.util.LinkedHashMap;
import java.util.List;
import org.banggiao.mention.Measure;
import org.banggiao.mention.Span;
import org.banggiao.mention.Token;

/** What was given, in a few words: without the words of giving and those who get it. */
final class AidItems {
    private AidItems() {}

    /**
     * The items of a chunk: one for each counted thing, else what is named where no money is.
     */
    static List<AidFlow.Item> of(Scene scene, Clause chunk, List<Span> measures, boolean withoutMoney) {
        var items = new LinkedHashMap<String, AidFlow.Item>();
        for (var span : measures) {
            if (span.value() instanceof Measure m) {
                int from = unit(scene, span);
                var what = Phrase.of(scene.reading, from, giving(scene, from + 1, chunk.to()), 1);
                what = what == null ? scene.reading.words(from, from + 1) : what;
                items.put(what, new AidFlow.Item(m.amount(), m.unit(), what));
            }
        }
        if (items.isEmpty() && withoutMoney) {
            int from = thing(scene, chunk);
            var what =
                    from < chunk.to() ? Phrase.of(scene.reading, from, giving(scene, from + 1, chunk.to()), 1) : null;
            if (what != null) {
                items.put(what, new AidFlow.Item(null, null, what));
            }
        }
        return List.copyOf(items.values());
    }

    /** Where the words of a measure begin behind its number. */
    private static int unit(Scene scene, Span measure) {
        int unit = Math.min(measure.from() + 1, measure.to() - 1);
        for (int i = measure.from(); i < measure.to(); i++) {
            if (scene.reading.token(i).kind() == Token.Kind.NUMBER && i + 1 < measure.to()) {
                unit = i + 1;
            }
        }
        return unit;
    }

    /** Where the thing given begins in a chunk: behind the words of giving and those who get it. */
    private static int thing(Scene scene, Clause chunk) {
        int i = chunk.from();
        while (i < chunk.to()) {
            int next = i;
            for (var span : scene.reading.startingAt(i)) {
                boolean passed = span.is("aid") || span.is("actor") || span.is("place") || span.is("%aid.mood");
                next = passed ? Math.max(next, span.to()) : next;
            }
            if (next == i && !List.of("cho", "và", ",").contains(scene.reading.lower(i))) {
                return i;
            }
            i = Math.max(next, i + 1);
        }
        return i;
    }

    /** Where words of giving, or those to whom it is given, begin in a stretch, else its end. */
    private static int giving(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean recipient = scene.reading.lower(i).equals("cho")
                    && (scene.reading.starts(i + 1, "actor") || scene.reading.starts(i + 1, "place"));
            if (recipient || scene.reading.starts(i, "aid")) {
                return i;
            }
        }
        return to;
    }
}
