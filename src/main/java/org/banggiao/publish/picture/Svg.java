package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes drawings as SVG 1.1. In a page colours are classes, so that the style sheet has them for light and dark, and marks are links;
 * as a file it stands by itself: every property is an attribute, and nothing in it refers to anything outside, or runs.
 */
public final class Svg {
    private static final String FAMILY = "'Be Vietnam Pro', 'Noto Sans', 'Segoe UI', 'DejaVu Sans', sans-serif";

    private final StringBuilder out = new StringBuilder();
    private final boolean isFile;
    private final UnaryOperator<String> links;
    /** The ink that shapes have where they name none, in a page. */
    private @Nullable Ink usual;

    private Svg(boolean isFile, UnaryOperator<String> links) {
        this.isFile = isFile;
        this.links = links;
    }

    /**
     * The element for a page, which says in words beside it what can be seen.
     *
     * @param links from the path of a page to what a link to it is here
     */
    public static String inPage(Drawing drawing, UnaryOperator<String> links) {
        var svg = new Svg(false, links);
        svg.out
                .append(
                        "<svg class=\"picture\" fill=\"currentColor\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 ")
                .append(drawing.width())
                .append(' ')
                .append(drawing.height())
                .append("\" width=\"")
                .append(drawing.width())
                .append("\" height=\"")
                .append(drawing.height())
                .append("\">\n");
        drawing.shapes().forEach(svg::shape);
        return svg.out.append("</svg>\n").toString();
    }

    /** A document that stands by itself, in light colours. */
    public static String file(Drawing drawing) {
        var svg = new Svg(true, UnaryOperator.identity());
        svg.out
                .append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
                .append(" aria-labelledby=\"title description\" xml:lang=\"")
                .append(escape(drawing.language()))
                .append("\" viewBox=\"0 0 ")
                .append(drawing.width())
                .append(' ')
                .append(drawing.wholeHeight())
                .append("\" width=\"")
                .append(drawing.width())
                .append("\" height=\"")
                .append(drawing.wholeHeight())
                .append("\" font-family=\"")
                .append(FAMILY)
                .append("\">\n<title id=\"title\">")
                .append(escape(drawing.title()))
                .append("</title>\n<desc id=\"description\">")
                .append(escape(drawing.description()))
                .append("</desc>\n");
        svg.shape(new Shape.Box(0, 0, drawing.width(), drawing.wholeHeight(), Style.filled(Ink.PAPER)));
        svg.shape(drawing.heading());
        svg.out.append("<g transform=\"translate(0 ").append(Drawing.HEADING).append(")\">\n");
        drawing.shapes().forEach(svg::shape);
        return svg.out.append("</g>\n</svg>\n").toString();
    }

    private void shape(Shape shape) {
        switch (shape) {
            case Shape.Box box -> {
                out.append("<rect");
                number("x", box.x());
                number("y", box.y());
                number("width", box.width());
                number("height", box.height());
                style(box.style());
                out.append("/>\n");
            }
            case Shape.Disc disc -> {
                out.append("<circle");
                number("cx", disc.x());
                number("cy", disc.y());
                number("r", disc.radius());
                style(disc.style());
                out.append("/>\n");
            }
            case Shape.Outline outline -> {
                out.append("<path d=\"");
                path(outline.path());
                out.append(
                        outline.style().filling() > 0 && outline.path().hasParts() ? "\" fill-rule=\"evenodd\"" : "\"");
                style(outline.style());
                out.append("/>\n");
            }
            case Shape.Text text -> text(text);
            case Shape.Mark mark -> mark(mark);
        }
    }

    private void mark(Shape.Mark mark) {
        Optional<String> href = isFile ? Optional.empty() : mark.href();
        var ink = mark.ink();
        var own = isFile ? "mark" : "mark " + ink.styleClass();
        out.append(href.isPresent() ? "<a class=\"" + own + "\" tabindex=\"-1\" href=\"" : "<g class=\"" + own + "\"");
        href.ifPresent(to -> out.append(escape(links.apply(to))).append('"'));
        out.append("><title>").append(escape(mark.words())).append("</title>");
        usual = ink;
        mark.parts().forEach(this::shape);
        usual = null;
        out.append(href.isPresent() ? "</a>\n" : "</g>\n");
    }

    private void text(Shape.Text text) {
        out.append("<text");
        number("x", text.x());
        number("y", text.y());
        number("font-size", text.size());
        switch (text.anchor()) {
            case START -> {}
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case END -> out.append(" text-anchor=\"end\"");
        }
        if (text.turn() != 0) {
            out.append(" transform=\"rotate(")
                    .append(number(text.turn()))
                    .append(' ')
                    .append(number(text.x()))
                    .append(' ')
                    .append(number(text.y()))
                    .append(")\"");
        }
        ink("fill", text.ink());
        out.append('>').append(escape(text.words())).append("</text>\n");
    }

    private void style(Style style) {
        if (!isFile && style.isPale()) {
            // Most marks of a picture are so: said once in the style sheet.
            classes(style.ink(), "i-pale");
            return;
        }
        if (style.filling() > 0) {
            ink("fill", style.ink());
            if (style.filling() < 1) {
                number("fill-opacity", style.filling());
            }
        } else {
            out.append(" fill=\"none\"");
            if (!isFile) {
                classes(style.ink(), "");
            }
        }
        if (style.width() > 0) {
            var line = isFile
                    ? style.edge().hex()
                    : style.edge() == style.ink()
                            ? "currentColor"
                            : "var(--" + style.edge().styleClass() + ")";
            out.append(" stroke=\"").append(line).append('"');
            number("stroke-width", style.width());
            if (style.dash() > 0) {
                out.append(" stroke-dasharray=\"").append(number(style.dash())).append('"');
            }
        }
    }

    /** The colour: in a page by its class, where it is not that of what is around. */
    private void ink(String attribute, Ink ink) {
        if (isFile) {
            out.append(' ').append(attribute).append("=\"").append(ink.hex()).append('"');
        } else {
            classes(ink, "");
        }
    }

    private void classes(Ink ink, String further) {
        var all = (ink == usual ? "" : ink.styleClass() + " ") + further;
        if (!all.isBlank()) {
            out.append(" class=\"").append(all.strip()).append('"');
        }
    }

    /** Points to a tenth of a pixel, each as its distance from the one before: long outlines become a third as long. */
    private void path(Path path) {
        long x = 0;
        long y = 0;
        char last = ' ';
        for (var step : path.steps()) {
            double[] to = step.to();
            char kind = step.kind() == 'M' ? 'M' : Character.toLowerCase(step.kind());
            long fromX = kind == 'M' ? 0 : x;
            long fromY = kind == 'M' ? 0 : y;
            if (kind != 'l' || last != 'l') {
                out.append(kind);
                last = ' ';
            }
            for (int i = 0; i + 1 < to.length; i += 2) {
                x = Math.round(to[i] * 10);
                y = Math.round(to[i + 1] * 10);
                tenth(x - fromX, last != ' ' || i > 0);
                tenth(y - fromY, true);
            }
            last = kind;
        }
    }

    private void tenth(long tenths, boolean isNext) {
        if (isNext && tenths >= 0) {
            out.append(' ');
        }
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        out.append(tenths < 0 ? "-" : "");
        if (rest == 0 || whole > 0) {
            out.append(whole);
        }
        if (rest > 0) {
            out.append('.').append(rest);
        }
    }

    private void number(String attribute, double value) {
        out.append(' ').append(attribute).append("=\"").append(number(value)).append('"');
    }

    /** A number with at most two decimals, the same on every machine. */
    static String number(double value) {
        var rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean isXml = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)
                            || c == '\t'
                            || c == '\n'
                            || c == '\r';
                    out.appendCodePoint(isXml ? c : 0xFFFD);
                }
            }
        });
        return out.toString();
    }
}
