package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An outline of straight and curved lines, as it is drawn step by step. */
final class Path {
    /**
     * One step.
     *
     * @param kind M, L, C or Z, as SVG names them
     * @param to x and y of its points
     */
    record Step(char kind, double... to) {}

    private final List<Step> steps = new ArrayList<>();

    Path to(double x, double y) {
        steps.add(new Step('M', x, y));
        return this;
    }

    Path lineTo(double x, double y) {
        steps.add(new Step('L', x, y));
        return this;
    }

    Path curveTo(double x1, double y1, double x2, double y2, double x, double y) {
        steps.add(new Step('C', x1, y1, x2, y2, x, y));
        return this;
    }

    Path close() {
        steps.add(new Step('Z'));
        return this;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Whether it is made of several outlines, so that one can be a hole in another. */
    boolean hasParts() {
        return steps.stream().filter(s -> s.kind() == 'M').count() > 1;
    }

    List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }
}
