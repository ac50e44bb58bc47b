package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of phrases that are found in a sentence in one pass; each hit is a span of the class {@code %list}. */
final class Gazetteer {
    private record Hit(String list, String type, String rule) {}

    private static final class Node {
        // By the number of the word that goes on, in order.
        private int[] words = new int[0];
        private Node[] next = new Node[0];
        final List<Hit> hits = new ArrayList<>(0);

        @Nullable
        Node next(int word) {
            int at = Arrays.binarySearch(words, word);
            return at < 0 ? null : next[at];
        }

        Node add(int word) {
            int at = Arrays.binarySearch(words, word);
            if (at >= 0) {
                return next[at];
            }
            int before = -at - 1;
            var more = new int[words.length + 1];
            var nodes = new Node[words.length + 1];
            System.arraycopy(words, 0, more, 0, before);
            System.arraycopy(next, 0, nodes, 0, before);
            System.arraycopy(words, before, more, before + 1, words.length - before);
            System.arraycopy(next, before, nodes, before + 1, words.length - before);
            more[before] = word;
            nodes[before] = new Node();
            words = more;
            next = nodes;
            return nodes[before];
        }
    }

    // By the number of the first word.
    private @Nullable Node[] first = new Node[0];

    void add(String list, String phrase, Tokenizer tokenizer) {
        Node node = null;
        for (var token : tokenizer.tokens(phrase)) {
            int number = tokenizer.number(token.key());
            node = node == null ? first(number) : node.add(number);
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
        for (Node node = first; node != null; to++) {
            for (var hit : node.hits) {
                put(longest, Span.of(from, to, hit.type(), null, hit.rule()));
            }
            node = to < reading.size() ? node.next(reading.token(to).word().number()) : null;
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
