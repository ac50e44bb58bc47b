package org.banggiao.app.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How well the records of one kind, or of all, were found.
 *
 * @param name of the kind
 * @param gold how many people found
 * @param predicted how many were extracted
 * @param found gold records that an extracted one met
 * @param type of these, with the right type
 * @param date with the right date
 * @param roles with the right roles
 * @param rolesExact with exactly the right roles
 * @param quantity with the right quantity
 * @param strict with all of them right
 */
record Scores(
        String name,
        int gold,
        int predicted,
        int found,
        int type,
        int date,
        int roles,
        int rolesExact,
        int quantity,
        int strict) {
    static final String HEADER = String.format(
            Locale.ROOT,
            "%-10s %5s %5s | %8s %6s %6s | %5s %5s %5s %5s %5s | %8s %6s %6s",
            "kind",
            "gold",
            "pred",
            "detect P",
            "R",
            "F1",
            "type",
            "date",
            "roles",
            "exact",
            "qty",
            "strict P",
            "R",
            "F1");

    static Scores of(
            String name,
            List<GoldRecord> gold,
            List<Prediction> predictions,
            List<Matching.Pair> pairs,
            Predicate<RecordKind> kinds) {
        List<Agreement> agreements = pairs.stream()
                .filter(pair -> kinds.test(pair.gold().values().kind()))
                .map(Matching.Pair::agreement)
                .toList();
        return new Scores(
                name,
                (int) gold.stream().filter(g -> kinds.test(g.values().kind())).count(),
                (int) predictions.stream().filter(p -> kinds.test(p.kind())).count(),
                agreements.size(),
                count(agreements, Agreement::type),
                count(agreements, Agreement::date),
                count(agreements, Agreement::roles),
                count(agreements, Agreement::rolesExact),
                count(agreements, Agreement::quantity),
                count(agreements, Agreement::strict));
    }

    private static int count(List<Agreement> agreements, Predicate<Agreement> what) {
        return (int) agreements.stream().filter(what).count();
    }

    double detectF1() {
        return f1(found);
    }

    double strictF1() {
        return f1(strict);
    }

    private double f1(int right) {
        return predicted + gold == 0 ? 0 : 2.0 * right / (predicted + gold);
    }

    /** The figures under {@link #HEADER}. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-10s %5d %5d | %8.3f %6.3f %6.3f | %5.2f %5.2f %5.2f %5.2f %5.2f | %8.3f %6.3f %6.3f",
                name,
                gold,
                predicted,
                share(found, predicted),
                share(found, gold),
                detectF1(),
                share(type, found),
                share(date, found),
                share(roles, found),
                share(rolesExact, found),
                share(quantity, found),
                share(strict, predicted),
                share(strict, gold),
                strictF1());
    }

    /** One number of another; 0 of none. */
    static double share(int part, int of) {
        return of == 0 ? 0 : (double) part / of;
    }
}
