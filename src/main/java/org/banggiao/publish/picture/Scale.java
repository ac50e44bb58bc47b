package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.banggiao.publish.picture.Shape.Anchor;

/**
 * Heights of numbers from nought up, evenly.
 *
 * @param step between the lines of the scale
 * @param most the number at the top, a whole number of steps
 * @param bottom where nought is, in pixels
 * @param top where the most is
 */
record Scale(BigDecimal step, BigDecimal most, double bottom, double top) {
    private static final int LINES = 4;

    /** A scale that holds a number, in round steps. */
    static Scale upTo(BigDecimal number, double bottom, double top) {
        var rough =
                number.max(BigDecimal.ONE.movePointLeft(6)).divide(BigDecimal.valueOf(LINES), MathContext.DECIMAL64);
        var power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        var step = power.multiply(BigDecimal.TEN);
        for (int digit : new int[] {1, 2, 5}) {
            if (power.multiply(BigDecimal.valueOf(digit)).compareTo(rough) >= 0) {
                step = power.multiply(BigDecimal.valueOf(digit));
                break;
            }
        }
        var steps = number.divide(step, 0, RoundingMode.CEILING).max(BigDecimal.ONE);
        return new Scale(step, step.multiply(steps), bottom, top);
    }

    /** Where a number is. */
    double y(BigDecimal number) {
        return bottom - number.doubleValue() / most.doubleValue() * (bottom - top);
    }

    /** Draws a line for each step, with its number at the left. */
    void draw(Canvas canvas, double left, double right, Words words) {
        for (var number = BigDecimal.ZERO; number.compareTo(most) <= 0; number = number.add(step)) {
            double y = y(number);
            canvas.line(left, y, right, y, Style.line(number.signum() == 0 ? Ink.SOFT : Ink.LINE, 1));
            canvas.text(left - 8, y + 4, words.number(number.stripTrailingZeros()), Canvas.SMALL, Anchor.END, Ink.SOFT);
        }
    }
}
