package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The numbers behind a picture, a row for each mark or sum.
 *
 * @param heads what each column holds
 */
public record Table(List<String> heads, List<List<Cell>> rows) {
    public Table {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + heads.size() + " heads");
            }
        }
    }

    /**
     * One value.
     *
     * @param href the path of the page that has more, if one
     * @param exact its form in the data, where the words are another; empty where not
     * @param isNumber whether it stands to the right, as numbers do
     */
    public record Cell(String text, Optional<String> href, String exact, boolean isNumber) {}

    static Cell text(String text) {
        return new Cell(text, Optional.empty(), "", false);
    }

    static Cell linked(String text, Optional<String> href) {
        return new Cell(text, href, "", false);
    }

    static Cell exactly(String text, String exact) {
        return new Cell(text, Optional.empty(), exact.equals(text) ? "" : exact, false);
    }

    static Cell number(BigDecimal number, Words words) {
        return new Cell(
                words.number(number),
                Optional.empty(),
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString(),
                true);
    }

    static Cell number(long number, Words words) {
        return number(BigDecimal.valueOf(number), words);
    }
}
