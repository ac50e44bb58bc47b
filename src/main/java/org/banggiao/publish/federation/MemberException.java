package org.banggiao.publish.federation;

import java.io.IOException;

/** A member did not answer as it should; the message says how, in a few words without a full stop. */
final class MemberException extends IOException {
    private static final long serialVersionUID = 1L;

    MemberException(String message) {
        super(message);
    }
}
