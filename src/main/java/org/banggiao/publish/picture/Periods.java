package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.banggiao.publish.entity.Listed;

/** The decades and years of a list, each as a choice that leads to the same picture of it. */
final class Periods {
    private static final int FEW_YEARS = 25;

    private final Selected selected;
    private final List<Listed> things;
    private final Words words;

    /**
     * The periods of some things.
     *
     * @param things of all years
     */
    Periods(Selected selected, List<Listed> things, Words words) {
        this.selected = selected;
        this.things = things;
        this.words = words;
    }

    /** Decades where there are many years; years where there are few, or where few are looked at. */
    List<Picture.Choices> all() {
        var byYear = new TreeMap<Integer, Long>();
        things.forEach(t -> t.years().forEach(y -> byYear.merge(y, 1L, Long::sum)));
        if (byYear.isEmpty()) {
            return List.of();
        }
        var groups = new ArrayList<Picture.Choices>();
        boolean isLong = byYear.lastKey() - byYear.firstKey() >= FEW_YEARS;
        if (isLong) {
            groups.add(decades());
        }
        var window = selected.window();
        boolean isShort = window.from().isPresent()
                && window.to().isPresent()
                && window.to().get() - window.from().get() < FEW_YEARS;
        if (!isLong || isShort) {
            int from = isShort ? decade(window.from().orElseThrow()) : byYear.firstKey();
            int to = isShort ? decade(window.to().orElseThrow()) + 9 : byYear.lastKey();
            groups.add(new Picture.Choices(
                    words.get("picture.years"),
                    byYear.subMap(from, true, to, true).entrySet().stream()
                            .map(y -> choice(
                                    TimeAxis.year(y.getKey(), words), Window.of(y.getKey(), y.getKey()), y.getValue()))
                            .toList()));
        }
        return groups;
    }

    /** The decades alone. */
    Picture.Choices decades() {
        var byDecade = new TreeMap<Integer, Long>();
        things.forEach(
                t -> t.years().stream().map(Periods::decade).distinct().forEach(d -> byDecade.merge(d, 1L, Long::sum)));
        return new Picture.Choices(
                words.get("picture.decades"),
                byDecade.entrySet().stream()
                        .map(d -> choice(
                                words.get("picture.decade", d.getKey()),
                                Window.of(d.getKey(), d.getKey() + 9),
                                d.getValue()))
                        .toList());
    }

    private static int decade(int year) {
        return Math.floorDiv(year, 10) * 10;
    }

    private Picture.Choice choice(String text, Window window, long count) {
        boolean isChosen = selected.window().equals(window);
        return new Picture.Choice(text, selected.pages().ofYears(isChosen ? Window.OPEN : window), count, isChosen);
    }
}
