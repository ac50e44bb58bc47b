package org.banggiao.store;

import java.util.Optional;

/**
 * A remote store does not answer as it ought to. The message is for who runs the service: it names the address of the store, without
 * credentials. Clients are told the {@link Kind} only.
 */
public final class RemoteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong, and so who has to do something. */
    public enum Kind {
        /** Nobody answers at the address. */
        UNREACHABLE,
        /** The store answers that it takes no more at the moment. */
        BUSY,
        /** The store wants other credentials. */
        DENIED,
        /** The store sends elsewhere, where we do not follow. */
        REDIRECTED,
        /** The store does not take this query, though it is SPARQL 1.1. */
        REFUSED,
        /** The store says that it failed. */
        FAILED,
        /** What came is no answer to a query, or not the whole of one. */
        NONSENSE,
        /** The query asks for a function or property that is none of SPARQL 1.1; the message says which, to who asked. */
        NOT_OFFERED
    }

    RemoteFailure(Kind kind, String message) {
        this(kind, message, Optional.empty());
    }

    RemoteFailure(Kind kind, String message, Optional<Throwable> cause) {
        super(message, cause.orElse(null));
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
