package org.banggiao.store;

import org.apache.jena.query.QueryException;

/** A query needs more than one query may use, other than time. The message is a sentence for who asked. */
public final class LimitExceededException extends QueryException {
    private static final long serialVersionUID = 1L;

    public LimitExceededException(String message) {
        super(message);
    }
}
