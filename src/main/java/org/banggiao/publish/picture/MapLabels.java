package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.publish.picture.Shape.Anchor;

/** Puts names beside the discs of a map where they cover nothing; what finds no room has none. */
final class MapLabels {
    private static final double SIZE = Canvas.NORMAL;

    private record Area(double left, double top, double right, double bottom) {
        boolean meets(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final MapPanel panel;
    private final List<Area> taken = new ArrayList<>();

    MapLabels(MapPanel panel) {
        this.panel = panel;
    }

    /** Keeps the place of a disc free. */
    void reserve(double x, double y, double radius) {
        taken.add(new Area(x - radius * 0.8, y - radius * 0.8, x + radius * 0.8, y + radius * 0.8));
    }

    /** Puts a name at the right, the left, over or under a disc. */
    void place(Canvas canvas, double x, double y, double radius, String text) {
        double width = Typeface.get().width(text, SIZE) * 1.05;
        double gap = radius + 5;
        if (put(canvas, x + gap, y + 4.5, text, Anchor.START, x + gap, width)) {
            return;
        }
        if (put(canvas, x - gap, y + 4.5, text, Anchor.END, x - gap - width, width)) {
            return;
        }
        if (put(canvas, x, y - gap, text, Anchor.MIDDLE, x - width / 2, width)) {
            return;
        }
        put(canvas, x, y + gap + SIZE * 0.75, text, Anchor.MIDDLE, x - width / 2, width);
    }

    private boolean put(
            Canvas canvas, double x, double baseline, String text, Anchor anchor, double left, double width) {
        var area = new Area(left, baseline - SIZE, left + width, baseline + 4);
        boolean isInside = area.left() >= panel.left() + 2
                && area.right() <= panel.left() + panel.width() - 2
                && area.top() >= panel.top() + 2
                && area.bottom() <= panel.top() + panel.height() - 2;
        if (!isInside || taken.stream().anyMatch(area::meets)) {
            return false;
        }
        taken.add(area);
        canvas.text(x, baseline, text, SIZE, anchor, Ink.INK);
        return true;
    }
}
