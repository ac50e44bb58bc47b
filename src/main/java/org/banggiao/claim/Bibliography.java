package org.banggiao.claim;

import java.util.Set;
import org.banggiao.mention.Reading;
import org.banggiao.text.Kind;

/** Tells references to literature from statements: a note's sentence with a publisher, a page or "op. cit." is a reference. */
final class Bibliography {
    private static final Set<String> SIGNS = Set.of("nxb", "tr", "sđd", "tlđd", "xem", "tlbd", "nhà", "sdd");
    private static final int SHORT = 30;

    private Bibliography() {}

    /** Whether the sentence only says where something is to be read. */
    static boolean isReference(Reading reading) {
        if (reading.sentence().kind() != Kind.NOTE) {
            return false;
        }
        int signs = 0;
        for (int i = 0; i < reading.size(); i++) {
            var word = reading.lower(i);
            if (SIGNS.contains(word)
                    && (!word.equals("nhà") || reading.lower(i + 1).equals("xuất"))) {
                signs++;
            }
        }
        boolean newspaper = reading.size() < SHORT
                && (reading.lower(0).equals("báo") || reading.lower(0).equals("tạp"));
        return signs >= 1 && (reading.size() < 2 * SHORT || signs >= 2) || newspaper;
    }
}
