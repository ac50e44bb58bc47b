package org.banggiao.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
    @Test
    void ratiosThatAreAllTheSame() {
        var ratio = PairedRatio.of(new double[] {2, 4, 6, 8, 10, 12}, new double[] {1, 2, 3, 4, 5, 6});
        assertThat(ratio.toString()).isEqualTo("2.00 [2.00, 2.00]");
    }

    /** Of ten pairs, Wilcoxon's table leaves out 8 averages at each end for 95 %; the normal approximation gives the same. */
    @Test
    void theIntervalOfTenPairs() {
        double[] ones = IntStream.rangeClosed(1, 10).mapToDouble(Math::exp).toArray();
        double[] others = new double[10];
        Arrays.fill(others, 1);
        var averages = IntStream.rangeClosed(1, 10)
                .boxed()
                .flatMap(i -> IntStream.rangeClosed(i, 10).mapToObj(j -> (i + j) / 2.0))
                .sorted()
                .toList();
        var ratio = PairedRatio.of(ones, others);
        assertThat(Math.log(ratio.low())).isCloseTo(averages.get(8), within(1e-9));
        assertThat(Math.log(ratio.high())).isCloseTo(averages.get(averages.size() - 9), within(1e-9));
        assertThat(Math.log(ratio.ratio())).isCloseTo(5.5, within(1e-9));
    }

    /** Seed 5: what makes both of a pair slow does not widen the interval; a pair in twenty that is far off moves it little. */
    @Test
    void disturbancesMoveItLittle() {
        var random = new Random(5);
        double[] ones = new double[40];
        double[] others = new double[40];
        for (int i = 0; i < ones.length; i++) {
            double both = 1 + 10 * random.nextDouble();
            others[i] = both;
            ones[i] = both * 1.2 * Math.exp(0.05 * random.nextGaussian()) * (i % 20 == 0 ? 30 : 1);
        }
        var ratio = PairedRatio.of(ones, others);
        assertThat(ratio.low()).isBetween(1.15, 1.2);
        assertThat(ratio.high()).isBetween(1.2, 1.27);
    }

    @Test
    void tooFewPairs() {
        assertThatThrownBy(() -> PairedRatio.of(new double[5], new double[5])).hasMessage("pairs: 5 and 5");
    }
}
