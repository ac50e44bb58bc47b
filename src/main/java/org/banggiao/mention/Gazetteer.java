package org.banggiao.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of phrases that are found in a sentence in one pass; each hit is a span of the class {@code %list}. */
final class Gazetteer {
    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<String> lists = new ArrayList<>(0);
    }

    private final Node root = new Node();

    void add(String list, String phrase, Tokenizer tokenizer) {
        var node = root;
        for (var token : tokenizer.tokens(phrase)) {
            node = node.next.computeIfAbsent(token.key(), k -> new Node());
        }
        if (!node.lists.contains(list)) {
            node.lists.add(list);
        }
    }

    /** Adds every hit, also those that overlap; of one list at one place the longest only. */
    void read(Reading reading) {
        for (int i = 0; i < reading.size(); i++) {
            var node = root.next.get(reading.key(i));
            if (node == null) {
                continue;
            }
            // In the order in which their first hits come.
            var longest = new LinkedHashMap<String, Integer>();
            for (int k = i + 1; node != null; k++) {
                for (var list : node.lists) {
                    longest.put(list, k);
                }
                node = node.next.get(reading.key(k));
            }
            int from = i;
            longest.forEach((list, to) -> reading.add(Span.of(from, to, "%" + list, null, "list " + list)));
        }
    }
}
