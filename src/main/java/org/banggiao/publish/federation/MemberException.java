package org.banggiao.publish.federation;

import java.io.IOException;

/** A member did not answer as it should; the message is a clause that begins with "it" and can be shown to clients. */
final class MemberException extends IOException {
    private static final long serialVersionUID = 1L;

    private final MemberState state;

    /** It answered with something else than was asked for. */
    MemberException(String message) {
        this(MemberState.WRONG, message);
    }

    MemberException(MemberState state, String message) {
        super(message);
        this.state = state;
    }

    MemberState state() {
        return state;
    }
}
