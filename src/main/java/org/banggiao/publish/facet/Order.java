package org.banggiao.publish.facet;

import java.util.Locale;

/** How a list is ordered; of equals, by address. */
public enum Order {
    /** The earliest first, the undated last. */
    DATE("date"),
    /** The latest first, the undated last. */
    DATE_DOWN("-date"),
    /** The most used first. */
    USE("use"),
    /** By name, letters without their marks first. */
    NAME("name");

    private final String key;

    Order(String key) {
        this.key = key;
    }

    /** Its name in addresses. */
    public String key() {
        return key;
    }

    /** The letters that are one to who looks for a name, and what they are ordered as; in this order, after lower case. */
    static final String[][] FOLDED = {
        {"[àáảãạăằắẳẵặâầấẩẫậ]", "a"},
        {"đ", "d"},
        {"[èéẻẽẹêềếểễệ]", "e"},
        {"[ìíỉĩị]", "i"},
        {"[òóỏõọôồốổỗộơờớởỡợ]", "o"},
        {"[ùúủũụưừứửữự]", "u"},
        {"[ỳýỷỹỵ]", "y"}
    };

    /** What a date is ordered by: from its first digit on, without marks of doubt, unknown digits as noughts. */
    static final String[][] DATED = {{"^[^0-9]+|[~?%]", ""}, {"X", "0"}};

    /** What a name is ordered by. */
    static String nameKey(String name) {
        return replaced(name.toLowerCase(Locale.ROOT), FOLDED);
    }

    /** What a date is ordered by. */
    static String dateKey(String date) {
        return replaced(date, DATED);
    }

    private static String replaced(String text, String[][] replacements) {
        var result = text;
        for (var pair : replacements) {
            result = result.replaceAll(pair[0], pair[1]);
        }
        return result;
    }
}
