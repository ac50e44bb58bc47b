package org.banggiao.mention;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases with a value each, found at a token: the longest counts. Read from a table with a phrase and a value a line. */
final class Phrases {
    /** A phrase that was found: its line of the table, cell by cell, and the token after it. */
    record Found(List<String> cells, int to) {
        /** What stands in the second column. */
        String value() {
            return cells.get(1);
        }
    }

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();

        @Nullable
        List<String> cells;
    }

    private final Node root = new Node();

    // Numbers of the words with which a phrase begins.
    private final BitSet firsts = new BitSet();

    static Phrases load(String table, Tokenizer tokenizer) {
        var phrases = new Phrases();
        for (var line : ResourceText.lines(Phrases.class, table)) {
            var cells = line.split("\t");
            phrases.add(List.of(cells), tokenizer);
        }
        return phrases;
    }

    private void add(List<String> cells, Tokenizer tokenizer) {
        var node = root;
        for (var token : tokenizer.tokens(cells.get(0))) {
            if (node == root) {
                firsts.set(tokenizer.number(token.key()));
            }
            node = node.next.computeIfAbsent(token.key(), k -> new Node());
        }
        node.cells = cells;
    }

    /** Numbers of the words with which a phrase begins. */
    BitSet firsts() {
        return (BitSet) firsts.clone();
    }

    private boolean begins(Reading reading, int at) {
        return at >= 0 && at < reading.size() && firsts.get(reading.word(at));
    }

    @Nullable
    Found at(Reading reading, int from) {
        if (!begins(reading, from)) {
            return null;
        }
        Found found = null;
        var node = root.next.get(reading.key(from));
        for (int i = from + 1; node != null; i++) {
            if (node.cells != null) {
                found = new Found(node.cells, i);
            }
            node = node.next.get(reading.key(i));
        }
        return found;
    }
}
