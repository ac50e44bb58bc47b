package org.banggiao.publish.search;

import java.util.List;
import java.util.Map;

/**
 * A rough key of how a foreign name sounds: its consonants, those alike as one. Vietnamese spells foreign names by their sound,
 * so that Cayxỏn and Kaysone, Xtalin and Stalin, Phômvihản and Phomvihane have the same key. It is asked only where no spelling
 * is found.
 */
final class Sound {
    private static final int SHORTEST = 3;

    /** Groups of letters before single ones; what is not here is a vowel or silent. */
    private static final List<Map.Entry<String, String>> CLASSES = List.of(
            Map.entry("ngh", "n"),
            Map.entry("sch", "s"),
            Map.entry("tch", "c"),
            Map.entry("ng", "n"),
            Map.entry("nh", "n"),
            Map.entry("gn", "n"),
            Map.entry("ph", "f"),
            Map.entry("th", "t"),
            Map.entry("kh", "k"),
            Map.entry("gh", "g"),
            Map.entry("sh", "s"),
            Map.entry("ch", "c"),
            Map.entry("tr", "c"),
            Map.entry("qu", "k"),
            Map.entry("ce", "s"),
            Map.entry("ci", "s"),
            Map.entry("b", "b"),
            Map.entry("c", "k"),
            Map.entry("d", "d"),
            Map.entry("f", "f"),
            Map.entry("g", "g"),
            Map.entry("j", "d"),
            Map.entry("k", "k"),
            Map.entry("l", "l"),
            Map.entry("m", "m"),
            Map.entry("n", "n"),
            Map.entry("p", "b"),
            Map.entry("q", "k"),
            Map.entry("r", "r"),
            Map.entry("s", "s"),
            Map.entry("t", "t"),
            Map.entry("v", "v"),
            Map.entry("w", "v"),
            Map.entry("x", "s"),
            Map.entry("z", "d"));

    private Sound() {}

    /** The key of a word in its bare form; empty where it has too few consonants to mean anything. */
    static String of(String bare) {
        var key = new StringBuilder();
        int i = 0;
        while (i < bare.length()) {
            int at = i;
            var found = CLASSES.stream()
                    .filter(c -> bare.startsWith(c.getKey(), at))
                    .findFirst();
            if (found.isPresent()) {
                var consonant = found.get().getValue();
                if (key.isEmpty() || key.charAt(key.length() - 1) != consonant.charAt(0)) {
                    key.append(consonant);
                }
                boolean isBeforeVowel = found.get().getKey().equals("ce")
                        || found.get().getKey().equals("ci");
                i += isBeforeVowel ? 1 : found.get().getKey().length();
            } else {
                i++;
            }
        }
        return key.length() < SHORTEST ? "" : key.toString();
    }
}
