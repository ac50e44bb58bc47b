package org.banggiao.mention;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of phrases that are found in a sentence in one pass; each hit is a span of the class {@code %list}. */
final class Gazetteer {
    private record Hit(SpanType type, String rule) {}

    private static final class Node {
        // By the number of the word that goes on, in order.
        private int[] words = new int[0];
        private Node[] next = new Node[0];
        Hit[] hits = new Hit[0];

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

        void hit(SpanType type) {
            if (Arrays.stream(hits).noneMatch(h -> h.type() == type)) {
                hits = Arrays.copyOf(hits, hits.length + 1);
                hits[hits.length - 1] = new Hit(type, "list " + type.name().substring(1));
            }
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
        if (node != null) {
            node.hit(SpanType.of("%" + list));
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
        Pass pass = null;
        for (int i = 0; i < reading.size(); i++) {
            int number = reading.word(i);
            var node = number < first.length ? first[number] : null;
            if (node != null) {
                pass = pass == null ? new Pass(reading) : pass;
                pass.read(i, node);
            }
        }
    }

    /** One pass over a sentence; keeps its room from place to place. */
    private static final class Pass {
        private final Reading reading;

        // The hits at a place, in the order in which their lists first come, and the ends of the longest.
        private Hit[] longest = new Hit[4];
        private int[] ends = new int[4];
        private int count;

        Pass(Reading reading) {
            this.reading = reading;
        }

        void read(int from, Node first) {
            count = 0;
            int to = from + 1;
            for (Node node = first; node != null; to++) {
                for (var hit : node.hits) {
                    put(hit, to);
                }
                node = node.words.length > 0 && to < reading.size() ? node.next(reading.word(to)) : null;
            }
            for (int i = 0; i < count; i++) {
                reading.add(new Span(from, ends[i], longest[i].type(), null, longest[i].rule(), Map.of()));
            }
        }

        private void put(Hit hit, int to) {
            int at = 0;
            while (at < count && longest[at].type() != hit.type()) {
                at++;
            }
            if (at == longest.length) {
                longest = Arrays.copyOf(longest, 2 * at);
                ends = Arrays.copyOf(ends, 2 * at);
            }
            longest[at] = hit;
            ends[at] = to;
            count = Math.max(count, at + 1);
        }
    }
}
