package org.banggiao.publish.facet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.PathWriter;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.PackedInput;
import org.banggiao.store.PackedOutput;
import org.jspecify.annotations.Nullable;

/**
 * The file of a list's index in a release. It begins with what the index was made by: the shape of the list and the short names in
 * addresses; where those differ, it is not read. The release's manifest tells whether the bytes are as they were written.
 */
final class FacetFile {
    private final Path file;
    private final ListShape shape;
    private final String madeBy;

    private FacetFile(Path file, ListShape shape, String madeBy) {
        this.file = file;
        this.shape = shape;
        this.madeBy = madeBy;
    }

    /** The file of a list in the folder of {@link FacetPart}. */
    static FacetFile of(Path folder, ListShape shape, Prefixes prefixes) {
        return new FacetFile(folder.resolve(shape.key()), shape, madeBy(shape, prefixes));
    }

    /** All on which the content of an index depends, beside the release. */
    private static String madeBy(ListShape shape, Prefixes prefixes) {
        var lines = new ArrayList<String>();
        lines.add(shape.type().toString());
        shape.needs().forEach(path -> lines.add("needs " + PathWriter.asString(path)));
        shape.date().ifPresent(path -> lines.add("date " + PathWriter.asString(path)));
        shape.use().ifPresent(path -> lines.add("use " + PathWriter.asString(path)));
        shape.geometry().ifPresent(path -> lines.add("geometry " + PathWriter.asString(path)));
        for (var facet : shape.facets()) {
            lines.add(facet.key() + " " + facet.as() + " " + PathWriter.asString(facet.path()) + " " + facet.broader()
                    + " " + facet.within() + " " + facet.in() + " " + facet.namespace());
        }
        lines.add(prefixes.declareAll());
        return String.join("\n", lines);
    }

    /** Writes an index. */
    void write(FacetIndex index) throws IOException {
        try (var out = new PackedOutput(file)) {
            out.text(madeBy);
            out.number(index.size());
            for (int m = 0; m < index.size(); m++) {
                out.node(index.member(m));
            }
            for (var facet : shape.facets()) {
                write(out, index.column(facet), index.size());
            }
            out.number(index.languages().size());
            for (var language : index.languages()) {
                out.text(language);
                for (int m = 0; m < index.size(); m++) {
                    out.text(index.ownLabel(m, language).orElse(null));
                }
            }
            for (int m = 0; m < index.size(); m++) {
                out.text(index.date(m).orElse(null));
                out.number(index.uses(m));
                var points = index.points(m);
                out.number(points.size());
                for (var point : points) {
                    out.text(point.wkt());
                }
            }
        }
    }

    private static void write(PackedOutput out, Column column, int members) throws IOException {
        out.number(column.values().size());
        for (var value : column.values()) {
            out.text(value.text());
            out.nodes(value.nodes());
            out.texts(value.labels());
            out.numbers(value.broader().stream().mapToInt(Integer::intValue).toArray());
        }
        for (int m = 0; m < members; m++) {
            out.numbers(column.of(m));
        }
    }

    /** Reads the index; empty where the release has none of this list, or one that was made by other facets. */
    Optional<FacetIndex> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = new PackedInput(file)) {
            return madeBy.equals(in.text()) ? Optional.of(read(in)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private FacetIndex read(PackedInput in) throws IOException {
        int size = in.number();
        var members = new Node[size];
        for (int m = 0; m < size; m++) {
            members[m] = in.node();
        }
        var columns = new ArrayList<Column>();
        for (var facet : shape.facets()) {
            columns.add(column(in, facet, size));
        }
        var labels = new TreeMap<String, @Nullable String[]>();
        for (int languages = in.number(); languages > 0; languages--) {
            var own = new @Nullable String[size];
            labels.put(in.text(), own);
            for (int m = 0; m < size; m++) {
                own[m] = in.textOrNull();
            }
        }
        var dates = new @Nullable String[size];
        var uses = new int[size];
        var points = new TreeMap<Integer, List<Point>>();
        for (int m = 0; m < size; m++) {
            dates[m] = in.textOrNull();
            uses[m] = in.number();
            int known = in.number();
            var own = new ArrayList<Point>();
            for (int i = 0; i < known; i++) {
                own.addAll(Point.ofWkt(in.text()).stream().toList());
            }
            if (!own.isEmpty()) {
                points.put(m, own);
            }
        }
        return new FacetIndex(shape, members, columns, labels, dates, uses, points);
    }

    private static Column column(PackedInput in, Facet facet, int members) throws IOException {
        var values = new ArrayList<FacetValue>();
        for (int count = in.number(); count > 0; count--) {
            var text = in.text();
            var nodes = in.nodes();
            var labels = in.texts();
            var broader = new ArrayList<Integer>();
            for (int place : in.numbers()) {
                broader.add(place);
            }
            values.add(new FacetValue(text, nodes, labels, broader));
        }
        var ofMembers = new int[members][];
        for (int m = 0; m < members; m++) {
            ofMembers[m] = in.numbers();
        }
        return new Column(facet, values, ofMembers);
    }
}
