package org.banggiao.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How many times as long one of two takes, measured in pairs: the Hodges-Lehmann estimate and the 95 % interval that belongs to
 * Wilcoxon's signed-rank test, both of the logarithms of the pairs' ratios. A few pairs that something else disturbed move them little.
 *
 * @param low lower end of the interval
 * @param ratio the estimate
 * @param high upper end of the interval
 */
public record PairedRatio(double low, double ratio, double high) {
    private static final double NORMAL_975 = 1.959964;

    /**
     * Estimates from pairs.
     *
     * @param ones times of the one, more than 0, in any unit
     * @param others times of the other in the same unit and order
     * @throws IllegalArgumentException if there are fewer than six pairs, too few for an interval
     */
    public static PairedRatio of(double[] ones, double[] others) {
        int n = ones.length;
        if (n < 6 || others.length != n) {
            throw new IllegalArgumentException("pairs: " + n + " and " + others.length);
        }
        var averages = new double[n * (n + 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                averages[next++] = (Math.log(ones[i] / others[i]) + Math.log(ones[j] / others[j])) / 2;
            }
        }
        Arrays.sort(averages);
        double spread = Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24);
        int outside = (int) Math.max(0, Math.floor(n * (n + 1.0) / 4 - NORMAL_975 * spread));
        return new PairedRatio(
                Math.exp(averages[outside]), Math.exp(median(averages)), Math.exp(averages[next - 1 - outside]));
    }

    /** The middle one of values in order, or the mean of the two middle ones. */
    static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** As a table shows it, such as {@code 0.98 [0.95, 1.02]}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", ratio, low, high);
    }
}
