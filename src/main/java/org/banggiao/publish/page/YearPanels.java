package org.banggiao.publish.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.banggiao.publish.facet.Facet;
import org.banggiao.publish.facet.Selection;
import org.banggiao.publish.facet.YearRange;

/**
 * Shows in which years the members of a list lie: as bars of one, five, ten … years, so few that each is wide enough for a finger
 * on a phone, and as single years in words.
 */
final class YearPanels {
    /** As many as are 24 pixels wide each on a screen of 360 (WCAG 2.2, 2.5.8). */
    private static final int MOST_BARS = 13;

    private static final int MOST_SINGLE = 120;
    private static final int HIGHEST = 72;
    private static final int[] WIDTHS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

    private final Selection selection;
    private final Texts texts;
    private final ListLinks links;

    YearPanels(Selection selection, Texts texts, ListLinks links) {
        this.selection = selection;
        this.texts = texts;
        this.links = links;
    }

    /** The facets of years that have any under this state. */
    List<ListPage.YearPanel> all() {
        return selection.state().shape().facets().stream()
                .filter(f -> !f.isHidden() && f.as() == Facet.As.YEARS)
                .filter(f -> IntStream.of(selection.counts(f)).anyMatch(n -> n > 0)
                        || !selection.state().of(f).isEmpty())
                .map(this::panel)
                .toList();
    }

    private ListPage.YearPanel panel(Facet facet) {
        var state = selection.state();
        var counts = selection.counts(facet);
        var years = selection.index().values(facet).stream()
                .mapToInt(v -> Integer.parseInt(v.text()))
                .toArray();
        var present =
                IntStream.range(0, years.length).filter(i -> counts[i] > 0).toArray();
        int width = present.length == 0 ? 1 : width(years[present[0]], years[present[present.length - 1]]);
        var ranges = state.of(facet).stream()
                .flatMap(t -> YearRange.parse(t).stream())
                .toList();
        var hull = hull(ranges);
        return new ListPage.YearPanel(
                facet.key(),
                facet.name(texts.language().code()),
                present.length == 0
                        ? List.of()
                        : bars(facet, years[present[0]], years[present[present.length - 1]], width),
                single(facet, years, counts, ranges),
                hull.length == 0 || hull[0] == Integer.MIN_VALUE ? "" : String.valueOf(hull[0]),
                hull.length == 0 || hull[1] == Integer.MAX_VALUE ? "" : String.valueOf(hull[1]),
                links.kept(state, facet),
                links.to(state.on(1), "sparql", facet.key() + (width == 1 ? "" : "." + width)));
    }

    /** The first and last year of what is chosen; nothing where nothing is. */
    private static int[] hull(List<YearRange> ranges) {
        return ranges.isEmpty()
                ? new int[0]
                : new int[] {
                    ranges.stream().mapToInt(YearRange::from).min().orElseThrow(),
                    ranges.stream().mapToInt(YearRange::to).max().orElseThrow()
                };
    }

    /** The fewest years a bar that leave no more bars than may be. */
    static int width(int first, int last) {
        for (int width : WIDTHS) {
            if (Math.floorDiv(last, width) - Math.floorDiv(first, width) < MOST_BARS) {
                return width;
            }
        }
        return WIDTHS[WIDTHS.length - 1];
    }

    private List<ListPage.Bar> bars(Facet facet, int first, int last, int width) {
        int start = Math.floorDiv(first, width) * width;
        var starts = IntStream.rangeClosed(0, (last - start) / width)
                .map(i -> start + i * width)
                .toArray();
        var counts = selection.countsFrom(facet, starts);
        int most = IntStream.of(counts).max().orElse(1);
        var bars = new ArrayList<ListPage.Bar>();
        for (int i = 0; i < starts.length; i++) {
            var range = new YearRange(starts[i], starts[i] + width - 1);
            bars.add(bar(facet, range, counts[i], most, i, starts.length));
        }
        return bars;
    }

    private ListPage.Bar bar(Facet facet, YearRange range, int count, int most, int place, int bars) {
        var state = selection.state();
        var text = range.toString();
        boolean isOne = state.of(facet).equals(List.of(text));
        boolean isChosen = state.of(facet).stream()
                .flatMap(t -> YearRange.parse(t).stream())
                .anyMatch(r -> r.from() <= range.to() && range.from() <= r.to());
        boolean isLabelled = bars <= MOST_BARS;
        return new ListPage.Bar(
                isLabelled ? String.valueOf(range.from()) : "",
                text.replace('-', '–') + ": " + texts.count("n.thing", count),
                count == 0 && !isOne ? "" : links.to(state.choosing(facet, isOne ? List.of() : List.of(text))),
                count == 0 ? "" : Numbers.whole(count, texts.language()),
                isChosen,
                percent(place * 100.0 / bars + 8.0 / bars),
                percent((place + 0.5) * 100.0 / bars),
                percent(84.0 / bars),
                count == 0 ? 0 : Math.max(2, (int) Math.round((double) count * HIGHEST / most)));
    }

    /** Within what is chosen, else all; none where they are too many to read. */
    private List<ListPage.Option> single(Facet facet, int[] years, int[] counts, List<YearRange> ranges) {
        var state = selection.state();
        var options = new ArrayList<ListPage.Option>();
        for (int i = 0; i < years.length; i++) {
            int year = years[i];
            if (counts[i] > 0 && (ranges.isEmpty() || ranges.stream().anyMatch(r -> r.contains(year)))) {
                var text = String.valueOf(year);
                boolean isOne = state.of(facet).equals(List.of(text));
                options.add(new ListPage.Option(
                        text, links.to(state.choosing(facet, isOne ? List.of() : List.of(text))), counts[i], isOne, 0));
            }
        }
        return options.size() > MOST_SINGLE ? List.of() : options;
    }

    private static String percent(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
