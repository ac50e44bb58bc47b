package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of phrases that are found in a sentence in one pass; each hit is a span of the class {@code %list}. */
final class Gazetteer {
    private record Hit(String list, String type, String rule) {}

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<Hit> hits = new ArrayList<>(0);
    }

    // By the number of the first word.
    private @Nullable Node[] first = new Node[0];

    void add(String list, String phrase, Tokenizer tokenizer) {
        Node node = null;
        for (var token : tokenizer.tokens(phrase)) {
            node = node == null
                    ? first(tokenizer.number(token.key()))
                    : node.next.computeIfAbsent(token.key(), k -> new Node());
        }
        if (node != null && node.hits.stream().noneMatch(h -> h.list().equals(list))) {
            node.hits.add(new Hit(list, "%" + list, "list " + list));
        }
    }

    private Node first(int number) {
        if (number >= first.length) {
            first = Arrays.copyOf(first, Math.max(number + 1, 2 * first.length));
        }
        var node = first[number];
        if (node == null) {
            node = new Node();
            first[number] = node;
        }
        return node;
    }

    /** Adds every hit, also those that overlap; of one list at one place the longest only. */
    void read(Reading reading) {
        for (int i = 0; i < reading.size(); i++) {
            int number = reading.token(i).word().number();
            var node = number < first.length ? first[number] : null;
            if (node != null) {
                read(reading, i, node);
            }
        }
    }

    private static void read(Reading reading, int from, Node first) {
        // In the order in which their first hits come.
        var longest = new ArrayList<Span>(2);
        int to = from + 1;
        for (Node node = first; node != null; node = node.next.get(reading.key(to++))) {
            for (var hit : node.hits) {
                put(longest, Span.of(from, to, hit.type(), null, hit.rule()));
            }
        }
        longest.forEach(reading::add);
    }

    private static void put(List<Span> longest, Span span) {
        for (int i = 0; i < longest.size(); i++) {
            if (longest.get(i).type().equals(span.type())) {
                longest.set(i, span);
                return;
            }
        }
        longest.add(span);
    }
}
