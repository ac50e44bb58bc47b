package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.picture.Shape.Anchor;

/**
 * Who met whom: a square for each two that took part in the same meetings, visits and conferences, with how many. Those who met most
 * stand first, so that the same data always give the same picture.
 */
public final class Encounters {
    private static final int MOST = 22;
    private static final double CELL = 34;
    private static final double NAME = 220;
    private static final double HEAD = 190;
    private static final double TURN = 55;
    private static final List<Node> TYPES = List.of(Vocabulary.MEETING, Vocabulary.VISIT, Vocabulary.CONFERENCE);

    /** Who is looked at. */
    public enum Of {
        COUNTRIES(Vocabulary.PARTICIPANT_COUNTRY, "bg:participantCountry"),
        PERSONS(Vocabulary.INVOLVES_PERSON, "bg:involvesPerson");

        private final Node property;
        private final String shortName;

        Of(Node property, String shortName) {
            this.property = property;
            this.shortName = shortName;
        }

        /** Where their picture is. */
        public String path() {
            return "/network/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Two that met, the first of them by address first. */
    private record Pair(Node one, Node other) {}

    private final Prefixes prefixes;
    private final Words words;

    public Encounters(Prefixes prefixes, Words words) {
        this.prefixes = prefixes;
        this.words = words;
    }

    /**
     * Draws the meetings among the events of a list.
     *
     * @param of who is looked at
     */
    public Picture of(Selected selected, Of of) {
        var pairs = new TreeMap<String, Map.Entry<Pair, Long>>();
        long acts = 0;
        long alone = 0;
        for (var act : selected.things()) {
            if (isMeeting(act)) {
                acts++;
                var there = sorted(act, of);
                alone += there.size() < 2 ? 1 : 0;
                add(there, pairs);
            }
        }
        var all = pairs.values().stream()
                .sorted(Map.Entry.<Pair, Long>comparingByValue().reversed())
                .toList();
        var order = order(all);
        var title = words.get("picture.met.title." + of.name().toLowerCase(Locale.ROOT), selected.title());
        var description = all.isEmpty()
                ? words.get("picture.met.none")
                : words.get(
                        "picture.met.description",
                        words.number(acts),
                        words.number(order.size()),
                        words.name(all.getFirst().getKey().one()),
                        words.name(all.getFirst().getKey().other()),
                        words.number(all.getFirst().getValue()));
        var shown = order.stream().limit(MOST).toList();
        return new Picture(
                draw(title, description, shown, all),
                choices(selected, of),
                notes(alone, order.size() - shown.size()),
                table(all),
                sparql(selected, of));
    }

    private static SortedSet<Node> sorted(Listed act, Of of) {
        var there = new TreeSet<Node>((a, b) -> a.toString().compareTo(b.toString()));
        there.addAll(act.related(of.property));
        return there;
    }

    private static void add(SortedSet<Node> there, Map<String, Map.Entry<Pair, Long>> pairs) {
        for (var one : there) {
            for (var other : there.tailSet(one)) {
                if (!one.equals(other)) {
                    var pair = new Pair(one, other);
                    pairs.merge(one + " " + other, Map.entry(pair, 1L), (a, b) -> Map.entry(pair, a.getValue() + 1));
                }
            }
        }
    }

    private static List<Node> order(List<Map.Entry<Pair, Long>> pairs) {
        var totals = new TreeMap<Node, Long>(Subgraph.ORDER);
        for (var pair : pairs) {
            totals.merge(pair.getKey().one(), pair.getValue(), Long::sum);
            totals.merge(pair.getKey().other(), pair.getValue(), Long::sum);
        }
        return totals.entrySet().stream()
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Subgraph.ORDER))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Drawing draw(String title, String description, List<Node> shown, List<Map.Entry<Pair, Long>> pairs) {
        var canvas = new Canvas();
        double side = shown.size() * CELL;
        double left = 20 + NAME;
        var face = Typeface.get();
        double longest = shown.stream()
                .mapToDouble(n -> Math.min(HEAD, face.width(words.name(n), Canvas.NORMAL)))
                .max()
                .orElse(0);
        double top = 30 + longest * Math.sin(Math.toRadians(TURN));
        int width = (int) Math.max(720, left + side + 150);
        for (int i = 0; i < shown.size(); i++) {
            var name = words.name(shown.get(i));
            double middle = (i + 0.5) * CELL;
            canvas.text(
                    left - 10,
                    top + middle + 4.5,
                    face.cut(name, Canvas.NORMAL, NAME - 14),
                    Canvas.NORMAL,
                    Anchor.END,
                    Ink.INK);
            canvas.turned(
                    left + middle + 2, top - 8, face.cut(name, Canvas.NORMAL, HEAD), Canvas.NORMAL, -TURN, Ink.INK);
            canvas.line(left, top + i * CELL, left + side, top + i * CELL, Style.line(Ink.LINE, 1));
            canvas.line(left + i * CELL, top, left + i * CELL, top + side, Style.line(Ink.LINE, 1));
            canvas.box(left + i * CELL, top + i * CELL, CELL, CELL, Style.filled(Ink.LINE));
        }
        canvas.box(left, top, side, side, Style.line(Ink.SOFT, 1));
        double most = pairs.stream().mapToLong(Map.Entry::getValue).max().orElse(1);
        for (var pair : pairs) {
            int one = shown.indexOf(pair.getKey().one());
            int other = shown.indexOf(pair.getKey().other());
            if (one >= 0 && other >= 0) {
                cell(canvas, left + one * CELL, top + other * CELL, pair, most);
                cell(canvas, left + other * CELL, top + one * CELL, pair, most);
            }
        }
        return new Drawing(
                width, (int) Math.ceil(top + side + 20), words.language(), title, description, canvas.shapes());
    }

    /** A square as large as there were many, with the number in it. */
    private void cell(Canvas canvas, double x, double y, Map.Entry<Pair, Long> pair, double most) {
        double size = 18 + (CELL - 20) * Math.sqrt(pair.getValue() / most);
        double gap = (CELL - size) / 2;
        var number = words.number(pair.getValue());
        var text = words.name(pair.getKey().one()) + " – "
                + words.name(pair.getKey().other()) + ": " + number;
        canvas.mark(text, words.path(pair.getKey().one()), parts -> {
            double tint = 0.1 + 0.25 * Math.sqrt(pair.getValue() / most);
            parts.box(x + gap, y + gap, size, size, Style.tinted(Ink.MAIN, tint).edged(1.2));
            parts.text(x + CELL / 2, y + CELL / 2 + 4.5, number, Canvas.SMALL, Anchor.MIDDLE, Ink.INK);
        });
    }

    private List<Picture.Choices> choices(Selected selected, Of of) {
        var who = new ArrayList<Picture.Choice>();
        for (var one : Of.values()) {
            long acts = selected.things().stream()
                    .filter(Encounters::isMeeting)
                    .filter(a -> !a.related(one.property).isEmpty())
                    .count();
            var name = words.get(one == Of.COUNTRIES ? "kind.country" : "kind.person");
            who.add(new Picture.Choice(name, selected.pages().at(one.path(), Map.of()), acts, one == of));
        }
        var meetings =
                selected.ofAllYears().stream().filter(Encounters::isMeeting).toList();
        var groups = new ArrayList<Picture.Choices>();
        groups.add(new Picture.Choices(words.get("picture.met.who"), who));
        groups.addAll(new Periods(selected, meetings, words).all());
        return groups;
    }

    private static boolean isMeeting(Listed act) {
        return act.types().stream().anyMatch(TYPES::contains);
    }

    private List<Picture.Note> notes(long alone, long others) {
        var notes = new ArrayList<Picture.Note>();
        notes.add(Picture.Note.of(words.get("picture.met.reading")));
        if (alone > 0) {
            notes.add(Picture.Note.of(words.get("picture.met.alone", words.count("n.event", alone))));
        }
        if (others > 0) {
            notes.add(Picture.Note.of(words.get("picture.met.others", words.number(MOST), words.number(others))));
        }
        return notes;
    }

    private Table table(List<Map.Entry<Pair, Long>> pairs) {
        return new Table(
                List.of(words.get("picture.met.one"), words.get("picture.met.other"), words.get("picture.met.acts")),
                pairs.stream()
                        .map(p -> List.of(
                                Table.linked(
                                        words.name(p.getKey().one()),
                                        words.path(p.getKey().one())),
                                Table.linked(
                                        words.name(p.getKey().other()),
                                        words.path(p.getKey().other())),
                                Table.number(p.getValue(), words)))
                        .toList());
    }

    private String sparql(Selected selected, Of of) {
        var body = "SELECT ?one ?other (COUNT(DISTINCT ?act) AS ?acts) WHERE {\n"
                + selected.things("?act")
                + "  VALUES ?type { bg:Meeting bg:Visit bg:Conference }\n"
                + "  ?act a ?type ;\n"
                + "      " + of.shortName + " ?one , ?other .\n"
                + "  FILTER(STR(?one) < STR(?other))\n"
                + "} GROUP BY ?one ?other ORDER BY DESC(?acts) ?one ?other";
        return prefixes.declare(body) + body;
    }
}
