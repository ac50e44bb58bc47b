package org.banggiao.app.evaluate;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what a reading agrees with a gold record.
 *
 * @param type same type, of aid flows the same status
 * @param date same first and last day
 * @param roles same parties, donors and recipients; of actors at least half in common; not judged where gold names none
 * @param rolesExact all roles the same
 * @param quantity same sums; where gold has none, at least half of the figures in common
 */
record Agreement(boolean type, boolean date, boolean roles, boolean rolesExact, boolean quantity) {
    static Agreement of(Reading gold, Reading reading) {
        boolean judged = gold.kind() == RecordKind.AID_FLOW || !gold.roles().isEmpty();
        boolean exact = !judged || gold.roles().equals(reading.roles());
        boolean roles =
                gold.kind() == RecordKind.EVENT ? !judged || share(gold.roles(), reading.roles()) >= 0.5 : exact;
        return new Agreement(
                Objects.equals(gold.type(), reading.type()),
                Objects.equals(gold.days(), reading.days()),
                roles,
                exact,
                quantity(gold, reading));
    }

    private static boolean quantity(Reading gold, Reading reading) {
        if (gold.kind() != RecordKind.AID_FLOW) {
            return true;
        }
        if (!gold.amounts().isEmpty()) {
            return gold.amounts().equals(reading.amounts());
        }
        return gold.figures().isEmpty() || share(gold.figures(), reading.figures()) >= 0.5;
    }

    /** Whether type, date, roles and quantity are all right. */
    boolean strict() {
        return type && date && roles && quantity;
    }

    /**
     * How close a reading comes to gold, to choose between matches: as the scorer of the record format weighs it.
     *
     * @param distance code points between the middles of evidence and anchor
     */
    static double closeness(Reading gold, Reading reading, int distance) {
        Agreement same = of(gold, reading);
        return 1000
                + (same.type ? 40 : 0)
                + (same.date ? 40 : 0)
                + (near(gold.days(), reading.days()) ? 10 : 0)
                + (same.roles ? 30 : 0)
                + (same.quantity ? 40 : 0)
                + (same.strict() ? 60 : 0)
                + 8 * share(gold.figures(), reading.figures())
                + 4 * share(gold.amounts(), reading.amounts())
                + 4 / (1 + distance / 50.0);
    }

    private static boolean near(Reading.@Nullable Days gold, Reading.@Nullable Days other) {
        return gold == null || other == null ? gold == other : gold.meets(other);
    }

    /** What two sets have in common, of all that either has; 1 where both are empty. */
    static double share(Set<?> one, Set<?> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
