package org.banggiao.store;

import org.apache.jena.query.QueryException;

/** A query would join an overlay with a store elsewhere, which nothing here can do. The message is a sentence for who asked. */
public final class OverlayApartException extends QueryException {
    private static final long serialVersionUID = 1L;

    OverlayApartException(Overlay overlay) {
        super("This query could find something of the graph <" + overlay.name()
                + "> together with what is in a store elsewhere, and this service cannot join the two. Ask"
                + " for that graph alone, by FROM <" + overlay.name() + ">, or for less than everything.");
    }
}
