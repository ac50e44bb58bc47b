package org.banggiao.claim;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;

/**
 * Armed movements and bodies that a document calls by capitals alone ("FRELIMO"), once it has introduced them: "phong trào
 * FRELIMO", "Mặt trận Giải phóng Môdămbích (FRELIMO)". Their code is those capitals.
 */
final class Movements {
    private static final Set<String> KINDS =
            Set.of("trào", "trận", "phe", "quân", "lĩnh", "kích", "tụ", "binh", "loạn", "dậy", "minh", "chiến");
    private static final Set<String> HEADS = Set.of("mặt", "phong", "liên", "quân", "lực");
    private static final Set<String> JOINS = Set.of("và", ",", "cùng", "lẫn", "với");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final int FULL_NAME = 9;

    private final Set<String> known = new HashSet<>();

    /** The movements that the sentences of a document introduce. */
    Movements(List<Reading> readings) {
        for (var reading : readings) {
            for (int i = 0; i < reading.size(); i++) {
                if (isCapitals(reading, i) && (isNamed(reading, i) || isJoined(reading, i))) {
                    known.add(reading.token(i).text());
                }
            }
        }
    }

    private static boolean isCapitals(Reading reading, int token) {
        var text = reading.token(token).text();
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && text.chars().anyMatch(c -> "IVXLC".indexOf(c) < 0)
                && !reading.covered(token, "actor")
                && !reading.covered(token, "place")
                && !reading.covered(token, "money");
    }

    private static boolean isNamed(Reading reading, int token) {
        if (!reading.key(token - 1).equals("(")) {
            return KINDS.contains(reading.lower(token - 1));
        }
        for (int i = token - 2; i >= Math.max(0, token - FULL_NAME); i--) {
            if (HEADS.contains(reading.lower(i)) && KINDS.contains(reading.lower(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isJoined(Reading reading, int token) {
        return JOINS.contains(reading.lower(token - 1))
                && token > 1
                && known.contains(reading.token(token - 2).text());
    }

    /** The movements that a sentence names: spans whose value is the name. */
    List<Span> in(Reading reading) {
        var out = new ArrayList<Span>();
        for (int i = 0; !known.isEmpty() && i < reading.size(); i++) {
            if (known.contains(reading.token(i).text()) && isCapitals(reading, i)) {
                out.add(Span.of(i, i + 1, "actor.unknown", reading.token(i).text(), "name.movement"));
            }
        }
        return out;
    }

    /** The code of a name that the authority data does not have: its letters without marks, in capitals. */
    static String codeOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        return plain.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-");
    }
}
