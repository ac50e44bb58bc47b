package org.banggiao.mention;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases with a value each, found at a token: the longest counts. Read from a table with a phrase and a value a line. */
final class Phrases {
    /** A phrase that was found: its value, and the token after it. */
    record Found(String value, int to) {}

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();

        @Nullable
        String value;
    }

    private final Node root = new Node();

    static Phrases load(String table, Tokenizer tokenizer) {
        var phrases = new Phrases();
        for (var line : ResourceText.lines(Phrases.class, table)) {
            var cells = line.split("\t");
            phrases.add(cells[0], cells[1], tokenizer);
        }
        return phrases;
    }

    void add(String phrase, String value, Tokenizer tokenizer) {
        var node = root;
        for (var token : tokenizer.tokens(phrase)) {
            node = node.next.computeIfAbsent(token.key(), k -> new Node());
        }
        node.value = value;
    }

    @Nullable
    Found at(Reading reading, int from) {
        Found found = null;
        var node = root.next.get(reading.key(from));
        for (int i = from + 1; node != null; i++) {
            if (node.value != null) {
                found = new Found(node.value, i);
            }
            node = node.next.get(reading.key(i));
        }
        return found;
    }
}
