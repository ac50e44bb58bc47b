package org.banggiao.time;

/** How sure a date is of itself, as EDTF marks it. */
public enum Certainty {
    /** As stated. */
    CERTAIN(""),
    /** About: {@code ~}. */
    ABOUT("~"),
    /** Doubted: {@code ?}. */
    UNCERTAIN("?"),
    /** Both: {@code %}. */
    UNCERTAIN_AND_ABOUT("%");

    private final String mark;

    Certainty(String mark) {
        this.mark = mark;
    }

    /** The EDTF qualifier, empty where certain. */
    public String mark() {
        return mark;
    }
}
