package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Subgraph;

/**
 * The classes of a vocabulary as a tree with how many things of each a release has: drawn as SVG whose colours the style sheet
 * gives. What is drawn stands in the lists of the page too.
 *
 * @param rows from top to bottom
 * @param width of the drawing
 * @param height of the drawing
 */
public record ClassTree(List<Row> rows, int width, int height) {
    private static final int ROW = 22;
    private static final int INDENT = 18;
    private static final int BAR_FROM = 330;
    private static final int LONGEST_BAR = 190;
    private static final int WIDTH = 600;

    public ClassTree {
        rows = List.copyOf(rows);
    }

    /**
     * A class.
     *
     * @param x where its name begins
     * @param y of its line
     * @param up how far up the line to the broader class goes; 0 where there is none
     * @param bar length of the bar that stands for how many there are
     */
    public record Row(String name, String count, String href, int x, int y, int up, int bar) {}

    /** How many things of a class there are. */
    @FunctionalInterface
    interface Counts {
        long of(Node type);
    }

    static ClassTree of(Subgraph graph, String namespace, Counts counts, ValueText values, Language language) {
        var classes = graph.subjects().stream()
                .filter(s -> s.getURI().startsWith(namespace) && graph.isA(s, OWL2.Class.asNode()))
                .sorted(Subgraph.ORDER)
                .toList();
        long most = classes.stream().mapToLong(counts::of).max().orElse(1);
        var rows = new ArrayList<Row>();
        var seen = new HashSet<Node>();
        for (var type : classes) {
            if (graph.objects(type, Vocabulary.SUB_CLASS_OF).stream().noneMatch(classes::contains)) {
                add(type, 0, 0, classes, graph, counts, Math.max(1, most), values, language, rows, seen);
            }
        }
        return new ClassTree(rows, WIDTH, rows.size() * ROW + ROW / 2);
    }

    private static void add(
            Node type,
            int depth,
            int parentRow,
            List<Node> classes,
            Subgraph graph,
            Counts counts,
            long most,
            ValueText values,
            Language language,
            List<Row> rows,
            Set<Node> seen) {
        if (!seen.add(type)) {
            return;
        }
        int row = rows.size();
        long n = counts.of(type);
        // By the root: next to a class of thousands, one of a dozen is still seen.
        int bar = n == 0 ? 0 : (int) Math.max(2, Math.round(LONGEST_BAR * Math.sqrt((double) n / most)));
        rows.add(new Row(
                values.name(type),
                Numbers.whole(n, language),
                "#" + type.getURI().substring(type.getURI().indexOf('#') + 1),
                8 + depth * INDENT,
                ROW + row * ROW,
                depth == 0 ? 0 : (row - parentRow) * ROW,
                bar));
        for (var other : classes) {
            if (graph.objects(other, Vocabulary.SUB_CLASS_OF).contains(type)) {
                add(other, depth + 1, row, classes, graph, counts, most, values, language, rows, seen);
            }
        }
    }

    /** Where bars begin. */
    public int barFrom() {
        return BAR_FROM;
    }
}
