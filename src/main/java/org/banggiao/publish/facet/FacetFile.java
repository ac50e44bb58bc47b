package org.banggiao.publish.facet;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.path.PathWriter;
import org.banggiao.publish.entity.Prefixes;
import org.jspecify.annotations.Nullable;

/**
 * The file of a list's index in a release. It begins with what the index was made by: the shape of the list and the short names in
 * addresses; where those differ, it is not read. The release's manifest tells whether the bytes are as they were written.
 */
final class FacetFile {
    private static final int BUFFER = 1 << 16;

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
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            text(out, madeBy);
            out.writeInt(index.size());
            for (int m = 0; m < index.size(); m++) {
                text(out, index.member(m).getURI());
            }
            for (var facet : shape.facets()) {
                write(out, index.column(facet), index.size());
            }
            out.writeInt(index.languages().size());
            for (var language : index.languages()) {
                text(out, language);
                for (int m = 0; m < index.size(); m++) {
                    text(out, index.ownLabel(m, language).orElse(null));
                }
            }
            for (int m = 0; m < index.size(); m++) {
                text(out, index.date(m).orElse(null));
                out.writeInt(index.uses(m));
                var points = index.points(m);
                out.writeInt(points.size());
                for (var point : points) {
                    text(out, point.wkt());
                }
            }
        }
    }

    private static void write(DataOutputStream out, Column column, int members) throws IOException {
        out.writeInt(column.values().size());
        for (var value : column.values()) {
            text(out, value.text());
            out.writeInt(value.nodes().size());
            for (var node : value.nodes()) {
                node(out, node);
            }
            out.writeInt(value.labels().size());
            for (var label : new TreeMap<>(value.labels()).entrySet()) {
                text(out, label.getKey());
                text(out, label.getValue());
            }
            numbers(out, value.broader().stream().mapToInt(Integer::intValue).toArray());
        }
        for (int m = 0; m < members; m++) {
            numbers(out, column.of(m));
        }
    }

    /** Reads the index; empty where the release has none of this list, or one that was made by other facets. */
    Optional<FacetIndex> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return madeBy.equals(text(in)) ? Optional.of(read(in)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private FacetIndex read(DataInputStream in) throws IOException {
        int size = in.readInt();
        var members = new Node[size];
        for (int m = 0; m < size; m++) {
            members[m] = NodeFactory.createURI(some(in));
        }
        var columns = new ArrayList<Column>();
        for (var facet : shape.facets()) {
            columns.add(column(in, facet, size));
        }
        var labels = new TreeMap<String, @Nullable String[]>();
        for (int languages = in.readInt(); languages > 0; languages--) {
            var own = new @Nullable String[size];
            labels.put(some(in), own);
            for (int m = 0; m < size; m++) {
                own[m] = text(in);
            }
        }
        var dates = new @Nullable String[size];
        var uses = new int[size];
        var points = new TreeMap<Integer, List<Point>>();
        for (int m = 0; m < size; m++) {
            dates[m] = text(in);
            uses[m] = in.readInt();
            int known = in.readInt();
            var own = new ArrayList<Point>();
            for (int i = 0; i < known; i++) {
                own.addAll(Point.ofWkt(some(in)).stream().toList());
            }
            if (!own.isEmpty()) {
                points.put(m, own);
            }
        }
        return new FacetIndex(shape, members, columns, labels, dates, uses, points);
    }

    private static Column column(DataInputStream in, Facet facet, int members) throws IOException {
        var values = new ArrayList<FacetValue>();
        for (int count = in.readInt(); count > 0; count--) {
            var text = some(in);
            var nodes = new ArrayList<Node>();
            for (int n = in.readInt(); n > 0; n--) {
                nodes.add(node(in));
            }
            Map<String, String> labels = new TreeMap<>();
            for (int n = in.readInt(); n > 0; n--) {
                labels.put(some(in), some(in));
            }
            var broader = new ArrayList<Integer>();
            for (int place : numbers(in)) {
                broader.add(place);
            }
            values.add(new FacetValue(text, nodes, labels, broader));
        }
        var ofMembers = new int[members][];
        for (int m = 0; m < members; m++) {
            ofMembers[m] = numbers(in);
        }
        return new Column(facet, values, ofMembers);
    }

    /** A resource, or a literal with its language or datatype. */
    private static void node(DataOutputStream out, Node node) throws IOException {
        out.writeBoolean(node.isLiteral());
        if (node.isLiteral()) {
            text(out, node.getLiteralLexicalForm());
            text(out, node.getLiteralLanguage());
            text(out, node.getLiteralDatatypeURI());
        } else {
            text(out, node.getURI());
        }
    }

    private static Node node(DataInputStream in) throws IOException {
        boolean isLiteral = in.readBoolean();
        var text = some(in);
        if (!isLiteral) {
            return NodeFactory.createURI(text);
        }
        var language = some(in);
        var datatype = some(in);
        return language.isEmpty()
                ? NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(datatype))
                : NodeFactory.createLiteralLang(text, language);
    }

    private static void numbers(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] numbers(DataInputStream in) throws IOException {
        var numbers = new int[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String some(DataInputStream in) throws IOException {
        var text = text(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("it ends too early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
