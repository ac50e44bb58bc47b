package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * In what large numbers are counted, so that they can be read: as they are, in thousands, millions or billions.
 *
 * @param zeros of the unit: 0, 3, 6 or 9
 */
record Magnitude(int zeros) {
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    /** The one in which a number has one to four digits before the point. */
    static Magnitude of(BigDecimal number) {
        int digits = number.precision() - number.scale();
        return new Magnitude(digits > 10 ? 9 : digits > 7 ? 6 : digits > 4 ? 3 : 0);
    }

    BigDecimal in(BigDecimal number) {
        return number.movePointLeft(zeros);
    }

    /** A number in this, with three digits that count. */
    String rounded(BigDecimal number, Words words) {
        var in = in(number);
        var digits = in.precision() - in.scale() > DIGITS.getPrecision()
                ? in.setScale(0, RoundingMode.HALF_UP)
                : in.round(DIGITS);
        return words.number(digits);
    }

    /** What it is called before the name of a unit. */
    String name(Words words) {
        return words.get("picture.magnitude." + zeros);
    }
}
