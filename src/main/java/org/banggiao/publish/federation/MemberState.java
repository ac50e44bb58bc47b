package org.banggiao.publish.federation;

import java.util.Locale;

/** How a member did when it was last asked. */
public enum MemberState {
    /** It was not asked yet. */
    UNKNOWN,
    /** It answered. */
    UP,
    /** It answered late, or not within its time. */
    SLOW,
    /** It could not be reached, or broke off. */
    DOWN,
    /** It answered with something else than was asked for. */
    WRONG;

    /** The name in data and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
