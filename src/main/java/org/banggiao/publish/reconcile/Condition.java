package org.banggiao.publish.reconcile;

import java.util.List;
import java.util.Optional;

/**
 * What is said of an entity beside its name.
 *
 * @param property the property
 * @param values what it is said to be
 * @param isRequired whether entities that do not fulfil it are left out; otherwise they come later
 * @param quantifier how many of the values an entity is to have
 * @param toleranceDays how many days a date may lie off; empty where nothing is said
 * @param isExact whether a date is to be as precise as the value
 */
public record Condition(
        Property property,
        List<Value> values,
        boolean isRequired,
        Quantifier quantifier,
        Optional<Integer> toleranceDays,
        boolean isExact) {
    public Condition {
        values = List.copyOf(values);
    }

    /** A condition with one value, as somebody has written it. */
    public static Condition of(Property property, String value) {
        return new Condition(
                property, List.of(new Value(value, false)), false, Quantifier.ANY, Optional.empty(), false);
    }

    /** How many of the values an entity is to have. */
    public enum Quantifier {
        /** One of them. */
        ANY,
        /** Each of them. */
        ALL,
        /** None of them. */
        NONE
    }

    /**
     * A value.
     *
     * @param text a name, a date or a number as text, or an identifier
     * @param isId whether it is an identifier
     */
    public record Value(String text, boolean isId) {}
}
