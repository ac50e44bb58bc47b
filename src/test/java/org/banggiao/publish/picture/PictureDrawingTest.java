package org.banggiao.publish.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.banggiao.publish.picture.WorldOutline.Frame;
import org.banggiao.publish.picture.WorldOutline.Line;
import org.junit.jupiter.api.Test;

/** What pictures are made of. */
class PictureDrawingTest {
    /** Every letter with every mark that Vietnamese puts on it, small and large, in both forms of Unicode. */
    private static final String LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";

    @Test
    void theLettersThatComeAlongHaveAllOfVietnamese() {
        var face = Typeface.get();
        assertThat(face.has(LETTERS)).isTrue();
        assertThat(face.has(LETTERS.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(face.has("0123456789 –—…›“”·%()/:;,.−")).isTrue();
        var composed = "Hội đàm ở Thượng Lào";
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(face.width(decomposed, 12)).isEqualTo(face.width(composed, 12));
        assertThat(face.cut(composed, 12, 60)).endsWith("…");
        assertThat(face.width(face.cut(composed, 12, 60), 12)).isLessThanOrEqualTo(60);
    }

    @Test
    void whatIsTooLargeIsPaintedSmaller() throws IOException {
        var image =
                ImageIO.read(new ByteArrayInputStream(Png.paint(new Drawing(6000, 6000, "vi", "Lớn", "", List.of()))));
        assertThat((long) image.getWidth() * image.getHeight()).isLessThanOrEqualTo(Png.MOST_PIXELS);
        assertThatThrownBy(() -> new Drawing(6001, 10, "vi", "", "", List.of())).hasMessageContaining("6001 by 10");
    }

    @Test
    void coloursStandOutFromPaperAndLand() {
        for (var ink : List.of(Ink.MAIN, Ink.STRESS, Ink.OTHER)) {
            assertThat(contrast(ink, Ink.PAPER)).as(ink + " on paper").isGreaterThanOrEqualTo(3);
            assertThat(contrast(ink, Ink.LAND)).as(ink + " on land").isGreaterThanOrEqualTo(3);
        }
        for (var ink : List.of(Ink.INK, Ink.SOFT)) {
            assertThat(contrast(ink, Ink.PAPER)).as(ink + " on paper").isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(ink, Ink.LAND)).as(ink + " on land").isGreaterThanOrEqualTo(4.5);
        }
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(Ink one, Ink other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Ink ink) {
        return 0.2126 * linear(ink.rgb() >> 16 & 0xff)
                + 0.7152 * linear(ink.rgb() >> 8 & 0xff)
                + 0.0722 * linear(ink.rgb() & 0xff);
    }

    private static double linear(int value) {
        double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Test
    void ringsAreCutAtTheEdgesOfAFrame() {
        var square = new Line(new double[] {-10, -10, 10, -10, 10, 10, -10, 10});
        var cut = WorldOutline.cutRing(square, new Frame(0, 0, 20, 20)).points();
        assertThat(Arrays.stream(cut).min()).hasValue(0);
        assertThat(Arrays.stream(cut).max()).hasValue(10);
        assertThat(WorldOutline.cutRing(square, new Frame(30, 30, 40, 40)).points())
                .isEmpty();
    }

    @Test
    void pointsAreReadFromTheirTextAndNothingElseIs() {
        assertThat(PictureData.position("POINT(105.84 21.02)")).hasValue(new PictureData.Position(105.84, 21.02));
        assertThat(PictureData.position("POINT(200 21)")).isEmpty();
        assertThat(PictureData.position("LINESTRING(1 2, 3 4)")).isEmpty();
    }
}
