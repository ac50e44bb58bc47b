package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.picture.PictureData.Position;
import org.banggiao.publish.picture.Shape.Anchor;
import org.banggiao.publish.picture.WorldOutline.Frame;

/**
 * Where things were, as discs on a map: as large as there are many at a place. Where most places lie close together in a wide map,
 * that part is drawn a second time, larger.
 */
public final class PlaceMap {
    private static final int WIDTH = Timeline.WIDTH;
    private static final double EDGE = 20;
    private static final double TOP = 12;
    private static final double ASPECT = 0.5;
    private static final double LEAST_DEGREES = 8;
    private static final double PART_DEGREES = 16;
    private static final double LARGEST = 26;
    private static final double SMALLEST = 4.5;

    /**
     * A place with what was there.
     *
     * @param position empty where the data give none
     */
    record Spot(Node place, Optional<Position> position, long count) {}

    private final PictureData data;
    private final Prefixes prefixes;
    private final Words words;

    public PlaceMap(PictureData data, Prefixes prefixes, Words words) {
        this.data = data;
        this.prefixes = prefixes;
        this.words = words;
    }

    /** Draws the things of a list. */
    public Picture of(Selected selected) {
        var spots = spots(selected.things());
        var drawn = spots.stream().filter(s -> s.position().isPresent()).toList();
        var title = words.get("picture.map.title", selected.title());
        long nowhere =
                selected.things().stream().filter(t -> places(t).isEmpty()).count();
        var description = drawn.isEmpty()
                ? words.get("picture.map.none")
                : words.get(
                        "picture.map.description",
                        words.count("n.thing", selected.things().size() - nowhere),
                        words.count("n.place", spots.size()),
                        words.name(drawn.getFirst().place()),
                        words.number(drawn.getFirst().count()));
        return new Picture(
                draw(title, description, drawn, selected),
                List.of(),
                notes(selected, spots, nowhere),
                table(spots, selected),
                sparql(selected));
    }

    private static TreeSet<Node> places(Listed thing) {
        var places = new TreeSet<>(Subgraph.ORDER);
        places.addAll(thing.related(Vocabulary.PLACE));
        places.addAll(thing.related(Vocabulary.PLACE_OF_SIGNATURE));
        return places;
    }

    private List<Spot> spots(List<Listed> things) {
        var counts = new TreeMap<Node, Long>(Subgraph.ORDER);
        things.forEach(t -> places(t).forEach(p -> counts.merge(p, 1L, Long::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Subgraph.ORDER))
                .map(e -> new Spot(e.getKey(), data.position(e.getKey()), e.getValue()))
                .toList();
    }

    private List<Picture.Note> notes(Selected selected, List<Spot> spots, long nowhere) {
        var notes = new ArrayList<Picture.Note>();
        notes.add(Picture.Note.of(words.get("picture.map.several")));
        if (nowhere > 0) {
            notes.add(new Picture.Note(
                    words.get("picture.map.nowhere", words.count("n.thing", nowhere)),
                    Optional.of(selected.pages().list()),
                    words.get("picture.list")));
        }
        long unknown = spots.stream().filter(s -> s.position().isEmpty()).count();
        if (unknown > 0) {
            notes.add(Picture.Note.of(words.get("picture.map.unknown", words.count("n.place", unknown))));
        }
        notes.add(Picture.Note.of(words.get("picture.map.borders")));
        return notes;
    }

    private Drawing draw(String title, String description, List<Spot> spots, Selected selected) {
        var canvas = new Canvas();
        var positions = spots.stream().map(s -> s.position().orElseThrow()).toList();
        var whole = new MapPanel(
                MapPanel.around(positions, spots.isEmpty() ? 90 : LEAST_DEGREES * 1.5, ASPECT),
                EDGE,
                TOP,
                WIDTH - 2 * EDGE);
        var part = part(spots, whole.frame());
        whole.draw(canvas);
        double scale = (LARGEST - SMALLEST)
                / Math.sqrt(
                        Math.max(4, spots.stream().mapToLong(Spot::count).max().orElse(1)));
        var outside = spots.stream()
                .filter(s -> part.isEmpty() || !part.get().holds(s.position().orElseThrow()))
                .toList();
        double bottom = TOP + whole.height();
        if (part.isPresent()) {
            var frame = part.get();
            double x = whole.x(frame.west());
            double y = whole.y(frame.north());
            canvas.box(
                    x,
                    y,
                    whole.x(frame.east()) - x,
                    whole.y(frame.south()) - y,
                    Style.tinted(Ink.STRESS, 0.08).edged(1.5));
            canvas.text(x, y - 6, words.get("picture.map.part"), Canvas.SMALL, Anchor.START, Ink.INK);
            var larger = new MapPanel(frame, EDGE, bottom + 24, WIDTH - 2 * EDGE);
            larger.draw(canvas);
            canvas.box(larger.left(), larger.top(), larger.width(), larger.height(), Style.line(Ink.STRESS, 1.5));
            discs(
                    canvas,
                    larger,
                    spots.stream()
                            .filter(s -> frame.holds(s.position().orElseThrow()))
                            .toList(),
                    scale,
                    selected);
            bottom += 24 + larger.height();
        }
        discs(canvas, whole, outside, scale, selected);
        canvas.text(EDGE, bottom + 20, words.get("picture.map.source"), Canvas.SMALL, Anchor.START, Ink.SOFT);
        return new Drawing(WIDTH, (int) Math.ceil(bottom + 32), words.language(), title, description, canvas.shapes());
    }

    /** The part of a wide map that holds more places than any other of its size, where it holds several. */
    private static Optional<Frame> part(List<Spot> spots, Frame whole) {
        if (whole.east() - whole.west() < 3 * PART_DEGREES) {
            return Optional.empty();
        }
        List<Spot> best = List.of();
        for (var centre : spots) {
            var at = centre.position().orElseThrow();
            var near = spots.stream()
                    .filter(s -> Math.abs(s.position().orElseThrow().longitude() - at.longitude()) <= PART_DEGREES / 2
                            && Math.abs(s.position().orElseThrow().latitude() - at.latitude()) <= PART_DEGREES / 2)
                    .toList();
            if (near.size() > best.size()) {
                best = near;
            }
        }
        return best.size() < 3
                ? Optional.empty()
                : Optional.of(MapPanel.around(
                        best.stream().map(s -> s.position().orElseThrow()).toList(), LEAST_DEGREES, 0.62));
    }

    private void discs(Canvas canvas, MapPanel panel, List<Spot> spots, double scale, Selected selected) {
        var labels = new MapLabels(panel);
        for (var spot : spots) {
            var at = spot.position().orElseThrow();
            labels.reserve(panel.x(at), panel.y(at), radius(spot, scale));
        }
        for (var spot : spots) {
            var at = spot.position().orElseThrow();
            double x = panel.x(at);
            double y = panel.y(at);
            double r = radius(spot, scale);
            var text = words.name(spot.place()) + " " + words.number(spot.count());
            canvas.mark(text, Optional.of(selected.pages().naming(spot.place())), parts -> {
                parts.disc(x, y, r, Style.tinted(Ink.MAIN, 0.45).edged(1.4));
                labels.place(parts, x, y, r, text);
            });
        }
    }

    private static double radius(Spot spot, double scale) {
        return SMALLEST + scale * Math.sqrt(spot.count() - 1);
    }

    private Table table(List<Spot> spots, Selected selected) {
        return new Table(
                List.of(words.get("picture.place"), words.get("picture.number"), words.get("picture.position")),
                spots.stream()
                        .map(s -> List.of(
                                Table.linked(words.name(s.place()), words.path(s.place())),
                                new Table.Cell(
                                        words.number(s.count()),
                                        Optional.of(selected.pages().naming(s.place())),
                                        "",
                                        true),
                                Table.text(s.position()
                                        .map(p -> Svg.number(p.latitude()) + ", " + Svg.number(p.longitude()))
                                        .orElse(words.get("picture.not-known")))))
                        .toList());
    }

    private String sparql(Selected selected) {
        var body = "SELECT ?place ?point (COUNT(DISTINCT ?thing) AS ?things) WHERE {\n"
                + selected.things("?thing")
                + "  ?thing bg:place|bg:placeOfSignature ?place .\n"
                + "  OPTIONAL { ?place geo:hasGeometry/geo:asWKT ?point }\n"
                + "} GROUP BY ?place ?point ORDER BY DESC(?things) ?place";
        return prefixes.declare(body) + body;
    }
}
