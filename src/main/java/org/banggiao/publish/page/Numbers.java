package org.banggiao.publish.page;

import java.math.BigDecimal;
import java.text.NumberFormat;

/** Numbers as each language writes them: 1.234.567,8 in Vietnamese, 1,234,567.8 in English. */
final class Numbers {
    private static final int MOST_DECIMALS = 10;

    private Numbers() {}

    static String whole(long number, Language language) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    static String decimal(BigDecimal number, Language language) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number);
    }

    /** A number of bytes in thousands or millions of them. */
    static String bytes(long bytes, Language language) {
        return bytes < 1_000_000
                ? whole(Math.max(1, Math.round(bytes / 1000.0)), language) + " kB"
                : whole(Math.round(bytes / 1_000_000.0), language) + " MB";
    }
}
