package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.picture.Shape.Anchor;

/** How many things each year has, as bars: for lists that are too long for a mark each. */
final class YearBars {
    private static final double LEFT = 70;
    private static final double RIGHT = Timeline.WIDTH - 30;
    private static final double TOP = 24;
    private static final double BOTTOM = 324;

    private final Prefixes prefixes;
    private final Words words;

    YearBars(Prefixes prefixes, Words words) {
        this.prefixes = prefixes;
        this.words = words;
    }

    Picture of(Selected selected, List<Picture.Choices> choices) {
        var byYear = new TreeMap<Integer, Long>();
        for (var thing : selected.things()) {
            thing.years().stream().filter(selected.window()::holds).forEach(y -> byYear.merge(y, 1L, Long::sum));
        }
        var title = words.get("picture.bars.title", selected.title());
        var notes = List.of(
                Picture.Note.of(words.get("picture.bars.too-many", words.number(Timeline.MOST_MARKS))),
                Picture.Note.of(words.get("picture.bars.reading")));
        var table = new Table(
                List.of(words.get("picture.year"), words.get("picture.number")),
                byYear.entrySet().stream()
                        .map(y -> List.of(
                                Table.linked(String.valueOf(y.getKey()), Optional.of(path(selected, y.getKey()))),
                                Table.number(y.getValue(), words)))
                        .toList());
        var most = byYear.entrySet().stream().max(java.util.Map.Entry.comparingByValue());
        var description = words.get(
                "picture.bars.description",
                words.count("n.thing", selected.things().size()),
                most.map(e -> String.valueOf(e.getKey())).orElse("–"),
                most.map(e -> words.number(e.getValue())).orElse("0"));
        return new Picture(draw(title, description, byYear, selected), choices, notes, table, sparql(selected));
    }

    private static String path(Selected selected, int year) {
        return selected.pages().ofYears(Window.of(year, year));
    }

    private Drawing draw(String title, String description, TreeMap<Integer, Long> byYear, Selected selected) {
        var canvas = new Canvas();
        long most = byYear.values().stream().max(Long::compare).orElse(1L);
        var scale = Scale.upTo(BigDecimal.valueOf(most), BOTTOM, TOP);
        scale.draw(canvas, LEFT, RIGHT, words);
        int first = byYear.isEmpty() ? 0 : byYear.firstKey();
        int years = byYear.isEmpty() ? 1 : byYear.lastKey() - first + 1;
        double step = (RIGHT - LEFT) / years;
        int every = Math.max(1, (int) Math.ceil(44 / step));
        byYear.forEach((year, count) -> {
            double x = LEFT + (year - first) * step;
            double y = scale.y(BigDecimal.valueOf(count));
            double width = Math.max(1, step * 0.8);
            canvas.mark(
                    year + ": " + words.number(count),
                    Optional.of(path(selected, year)),
                    parts -> parts.box(x + (step - width) / 2, y, width, BOTTOM - y, Style.filled(Ink.MAIN)));
            if (Math.floorMod(year, every) == 0) {
                canvas.text(
                        x + step / 2, BOTTOM + 18, TimeAxis.year(year, words), Canvas.SMALL, Anchor.MIDDLE, Ink.SOFT);
            }
        });
        return new Drawing(Timeline.WIDTH, (int) BOTTOM + 34, words.language(), title, description, canvas.shapes());
    }

    private String sparql(Selected selected) {
        var window = selected.window();
        var body = "SELECT ?year (COUNT(DISTINCT ?thing) AS ?things) WHERE {\n" + selected.group()
                + "  ?thing bg:coversYear ?year .\n"
                + window.from().map(y -> "  FILTER(?year >= " + y + ")\n").orElse("")
                + window.to().map(y -> "  FILTER(?year <= " + y + ")\n").orElse("")
                + "} GROUP BY ?year ORDER BY ?year";
        return prefixes.declare(body) + body;
    }
}
