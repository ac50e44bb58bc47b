package org.banggiao.publish.reconcile;

/**
 * A part of a score.
 *
 * @param id what was compared; the same kind may stand several times under ids of its own
 * @param kind the kind of feature, by its id
 * @param value how well it agrees, 0 to 100
 * @param weight its share of the score, 0 to 1
 */
public record Feature(String id, String kind, double value, double weight) {
    public Feature {
        if (!(value >= 0 && value <= 100) || !(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a value is 0 to 100 and a weight 0 to 1: " + value + ", " + weight);
        }
    }
}
