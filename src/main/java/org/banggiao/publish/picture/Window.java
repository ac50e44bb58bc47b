package org.banggiao.publish.picture;

import java.util.Optional;

/**
 * Years from one to another, both included; a side that is empty is open.
 *
 * @param from the first year
 * @param to the last year, not before the first
 */
public record Window(Optional<Integer> from, Optional<Integer> to) {
    /** All years. */
    public static final Window OPEN = new Window(Optional.empty(), Optional.empty());

    public Window {
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            throw new IllegalArgumentException("no years from " + from.get() + " to " + to.get());
        }
    }

    static Window of(int from, int to) {
        return new Window(Optional.of(from), Optional.of(to));
    }

    boolean isOpen() {
        return from.isEmpty() && to.isEmpty();
    }

    boolean holds(int year) {
        return from.map(y -> y <= year).orElse(true) && to.map(y -> year <= y).orElse(true);
    }
}
