package org.banggiao.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.banggiao.mention.Measure;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/** What was given, in a few words: without the words of giving and those who get it. */
final class AidItems {
    private static final List<String> PASSED = List.of(
            "cho", "và", ",", "một", "số", "các", "những", "là", "gồm", ":", "như", "thêm", "cả", "trong", "đó",
            "được");

    private AidItems() {}

    /** The items of a chunk, one for each counted thing. */
    static List<AidFlow.Item> counted(Scene scene, Clause chunk, List<Span> measures) {
        var items = new LinkedHashSet<AidFlow.Item>();
        for (var span : measures) {
            if (span.value() instanceof Measure m) {
                boolean behind = m.counts() || m.unit().equals("%") || m.unit().isEmpty();
                int unit = unit(scene, span);
                int from = behind ? skip(scene, span.to(), chunk.to()) : unit;
                var what = Phrase.of(scene.reading, from, end(scene, from + 1, chunk.to(), measures), 1);
                what = what == null ? scene.reading.words(Math.min(unit, span.to() - 1), span.to()) : what;
                items.add(new AidFlow.Item(m.amount(), m.unit().isEmpty() ? null : m.unit(), what));
            }
        }
        return List.copyOf(items);
    }

    /** An item of which only the unit is said, with what was so counted before: "mới giao được 40 tấn". */
    static AidFlow.Item completed(AidFlow.Item item, List<AidFlow.Item> known) {
        if (item.unit() == null || !item.what().equals(item.unit())) {
            return item;
        }
        return known.stream()
                .filter(k -> item.unit().equals(k.unit()))
                .findFirst()
                .map(k -> new AidFlow.Item(item.amount(), item.unit(), k.what()))
                .orElse(item);
    }

    /** What is named in a stretch without a figure, a thing between commas each; empty where nothing is. */
    static List<AidFlow.Item> named(Scene scene, List<Clause> things) {
        var items = new ArrayList<AidFlow.Item>();
        for (var thing : things) {
            var what = name(scene, thing);
            if (what != null) {
                items.add(new AidFlow.Item(null, null, what));
            }
        }
        return items;
    }

    /** "Giúp Mali về thủy lợi": whether a stretch names a field in which one helps, and nothing that is given. */
    static boolean isField(Scene scene, Clause thing) {
        return scene.reading.lower(thing(scene, thing)).equals("về");
    }

    /** The name of what is given in a stretch, or null. */
    static @Nullable String name(Scene scene, Clause thing) {
        int from = thing(scene, thing);
        return from < thing.to()
                ? Phrase.of(scene.reading, from, end(scene, from + 1, thing.to(), List.of()), 1)
                : null;
    }

    private static int skip(Scene scene, int from, int to) {
        int i = from;
        while (i < to && List.of("là", "số", "được").contains(scene.reading.lower(i))) {
            i++;
        }
        return i;
    }

    /** Where the words of a measure begin behind its number. */
    private static int unit(Scene scene, Span measure) {
        int unit = measure.from();
        for (var span : scene.reading.startingAt(measure.from())) {
            unit = span.is("amount") ? Math.max(unit, span.to()) : unit;
        }
        return unit;
    }

    /** Where the thing given begins in a stretch: behind the words of giving and those who get it. */
    private static int thing(Scene scene, Clause stretch) {
        int i = stretch.from();
        while (i < stretch.to()) {
            int next = i;
            for (var span : scene.reading.startingAt(i)) {
                boolean passed = span.is("aid")
                        || span.is("actor")
                        || span.is("place")
                        || span.is("%aid.mood")
                        || span.is("%aid.qualify")
                        || span.is("%party.title");
                next = passed ? Math.max(next, span.to()) : next;
            }
            if (next == i && !PASSED.contains(scene.reading.lower(i))) {
                return i;
            }
            i = Math.max(next, i + 1);
        }
        return i;
    }

    /** Where words of giving, those to whom it is given, or the next figure begin in a stretch, else its end. */
    private static int end(Scene scene, int from, int to, List<Span> measures) {
        for (int i = from; i < to; i++) {
            int at = i;
            boolean recipient = scene.reading.lower(i).equals("cho")
                    && (scene.reading.starts(i + 1, "actor") || scene.reading.starts(i + 1, "place"));
            boolean figure = measures.stream().anyMatch(m -> m.from() == at) || scene.reading.starts(i, "money");
            boolean giver = scene.reading.starts(i, "actor")
                    && !scene.reading.lower(i - 1).equals("của");
            if (recipient || figure || giver || scene.reading.starts(i, "aid")) {
                return i;
            }
        }
        return to;
    }
}
