package org.banggiao.publish.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of pictures: Be Vietnam Pro (SIL Open Font License 1.1), which comes with the program. How wide words are is measured
 * by it, and PNG files are painted with its outlines, so that no picture depends on what fonts a machine has.
 */
final class Typeface {
    /** Read when the first picture is made. */
    private static final class Loaded {
        static final Typeface FACE = new Typeface();
    }

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double unitsPerEm;

    private Typeface() {
        try (var in = Objects.requireNonNull(Typeface.class.getResourceAsStream("BeVietnamPro-Regular.ttf"))) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            letters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Typeface get() {
        return Loaded.FACE;
    }

    /** How wide words are, in pixels. */
    double width(String words, double size) {
        try {
            double units = 0;
            for (int c : codePoints(words)) {
                units += font.getAdvanceWidth(letters.getGlyphId(c));
            }
            return units * size / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a letter for every character. */
    boolean has(String words) {
        for (int c : codePoints(words)) {
            if (letters.getGlyphId(c) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The words, or their beginning and "…" where they are wider than this. */
    String cut(String words, double size, double widest) {
        if (width(words, size) <= widest) {
            return words;
        }
        int[] points = codePoints(words);
        int length = points.length;
        while (length > 0 && width(new String(points, 0, length).strip() + "…", size) > widest) {
            length--;
        }
        return new String(points, 0, length).strip() + "…";
    }

    /** The outline of words that begin at 0, 0 on their base line, in pixels. What has no letter is an empty box. */
    GeneralPath outline(String words, double size) {
        var path = new GeneralPath();
        double scale = size / unitsPerEm;
        double x = 0;
        try {
            for (int c : codePoints(words)) {
                int glyph = letters.getGlyphId(c);
                var data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    var place = new AffineTransform(scale, 0, 0, -scale, x, 0);
                    path.append(data.getPath().getPathIterator(place), false);
                }
                x += font.getAdvanceWidth(glyph) * scale;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    private static int[] codePoints(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC).codePoints().toArray();
    }
}
