package org.banggiao.publish.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;

/**
 * Things along time: few of them with their names, more of them as marks by sort (or by kind, where there are several), very many as
 * bars by year.
 */
public final class Timeline {
    /** Pixels. */
    static final int WIDTH = 1160;

    /** So many things have a line each. */
    static final int MOST_NAMED = 40;

    /** So many things have a mark each. */
    static final int MOST_MARKS = 600;

    /**
     * A thing with its time.
     *
     * @param span empty where the thing has no date that can be read
     */
    record Dated(Listed thing, Optional<Span> span) {}

    private final PictureData data;
    private final Prefixes prefixes;
    private final Words words;

    public Timeline(PictureData data, Prefixes prefixes, Words words) {
        this.data = data;
        this.prefixes = prefixes;
        this.words = words;
    }

    /** Draws the things of a list. */
    public Picture of(Selected selected) {
        var choices = new Periods(selected, selected.ofAllYears(), words).all();
        if (selected.things().size() > MOST_MARKS) {
            return new YearBars(prefixes, words).of(selected, choices);
        }
        var dated = selected.things().stream()
                .map(t -> new Dated(t, data.span(t)))
                .sorted(Comparator.comparing(
                        (Dated d) -> d.span().flatMap(Span::first).orElse(LocalDate.MAX)))
                .toList();
        var drawn = dated.stream().filter(d -> d.span().isPresent()).toList();
        var title = words.get("picture.timeline.title", selected.title());
        var drawing = new TimelineDrawing(selected.window(), words).of(title, description(drawn, dated), drawn);
        return new Picture(drawing, choices, notes(dated, selected.window()), table(dated), sparql(selected));
    }

    private String description(List<Dated> drawn, List<Dated> all) {
        if (drawn.isEmpty()) {
            return words.get("picture.timeline.none");
        }
        var spans = drawn.stream().map(d -> d.span().orElseThrow()).toList();
        long days = spans.stream().filter(s -> s.isDay() && !s.isAbout()).count();
        int first = spans.stream()
                .flatMap(s -> s.first().stream())
                .min(LocalDate::compareTo)
                .orElseThrow()
                .getYear();
        int last = spans.stream()
                .flatMap(s -> s.last().stream())
                .max(LocalDate::compareTo)
                .orElseThrow()
                .getYear();
        return words.get(
                "picture.timeline.description",
                words.count("n.thing", all.size()),
                TimeAxis.year(first, words),
                TimeAxis.year(last, words),
                words.number(days),
                words.number(drawn.size() - days));
    }

    private List<Picture.Note> notes(List<Dated> dated, Window window) {
        var notes = new ArrayList<Picture.Note>();
        notes.add(Picture.Note.of(words.get("picture.timeline.reading")));
        long undated = dated.stream().filter(d -> d.span().isEmpty()).count();
        if (undated > 0) {
            notes.add(Picture.Note.of(words.get("picture.timeline.undated", words.count("n.thing", undated))));
        }
        if (!window.isOpen()) {
            notes.add(Picture.Note.of(words.get("picture.timeline.window")));
        }
        return notes;
    }

    private Table table(List<Dated> dated) {
        var heads = List.of(
                words.get("picture.what"),
                words.get("picture.when"),
                words.get("picture.sort"),
                words.get("picture.earliest-start"),
                words.get("picture.latest-start"),
                words.get("picture.earliest-end"),
                words.get("picture.latest-end"));
        return new Table(
                heads,
                dated.stream()
                        .map(d -> List.of(
                                Table.linked(
                                        words.name(d.thing()),
                                        words.path(d.thing().iri())),
                                d.thing()
                                        .date()
                                        .map(e -> Table.exactly(words.dateAlone(e), e))
                                        .orElse(Table.text("")),
                                Table.text(
                                        words.sort(d.thing()).map(words::name).orElse("")),
                                day(d.span().flatMap(Span::earliestStart)),
                                day(d.span().flatMap(Span::latestStart)),
                                day(d.span().flatMap(Span::earliestEnd)),
                                day(d.span().flatMap(Span::latestEnd))))
                        .toList());
    }

    private static Table.Cell day(Optional<LocalDate> day) {
        return Table.text(day.map(LocalDate::toString).orElse(""));
    }

    private String sparql(Selected selected) {
        var body = "SELECT ?thing ?label ?date ?earliestStart ?latestStart ?earliestEnd ?latestEnd WHERE {\n"
                + selected.group()
                + "  OPTIONAL { ?thing bg:earliestStart ?earliestStart }\n"
                + "  OPTIONAL { ?thing bg:latestStart ?latestStart }\n"
                + "  OPTIONAL { ?thing bg:earliestEnd ?earliestEnd }\n"
                + "  OPTIONAL { ?thing bg:latestEnd ?latestEnd }\n"
                + "} ORDER BY ?earliestStart STR(?date) ?thing";
        return prefixes.declare(body) + body;
    }

    /** How many things there are by sort, the most first. */
    static Map<String, List<Dated>> bySort(List<Dated> things, Words words) {
        var lanes = new TreeMap<String, List<Dated>>();
        boolean hasKinds = things.stream().map(d -> d.thing().kind()).distinct().count() > 1;
        for (var dated : things) {
            var lane = hasKinds
                    ? words.get("kind." + dated.thing().kind().path())
                    : words.sort(dated.thing()).map(words::name).orElse(words.get("picture.no-sort"));
            lanes.computeIfAbsent(lane, s -> new ArrayList<>()).add(dated);
        }
        return lanes;
    }
}
