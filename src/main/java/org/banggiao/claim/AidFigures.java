package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Measure;
import org.banggiao.mention.Span;
import org.banggiao.mention.Token;
import org.jspecify.annotations.Nullable;

/** The words of giving of a sentence, and which of its sums and counted things are what is given. */
final class AidFigures {
    private static final String AGREED = "aid.agreed";
    private static final int REACH = 10;
    private static final String PEOPLE = "người";
    private static final Set<String> TROOPS = Set.of(
            "trung đoàn", "đại đoàn", "sư đoàn", "tiểu đoàn", "đại đội", "lữ đoàn", "quân đoàn", "phi đội", "đơn vị");

    private final Scene scene;
    private final List<Span> words;

    AidFigures(Scene scene) {
        this.scene = scene;
        words = new ArrayList<>();
        for (var word : scene.reading.all("aid")) {
            if (!scene.reading.isQuoted(word.from())
                    && !scene.isInName(word.from())
                    && (word.rule().equals(AGREED)
                            || scene.instruments.stream().noneMatch(i -> i.overlaps(word) && !isClause(i)))) {
                words.add(word);
            }
        }
    }

    /** The words of giving that stand in no quotation and in no name of an instrument. */
    List<Span> words() {
        return words;
    }

    /** Whether a figure is a share. */
    static boolean isShare(Span figure) {
        return figure.value() instanceof Measure m && m.unit().equals("%");
    }

    /** The sums and counted things of a chunk. */
    List<Span> of(Clause chunk, Clause part, @Nullable Span word) {
        var thing = word != null && word.value() instanceof Aid aid ? aid.thing() : "";
        var money = inside("money", chunk);
        var figures = new ArrayList<>(money);
        var measures = inside("measure", chunk).stream()
                .filter(m -> money.stream().noneMatch(m::overlaps))
                .filter(this::isGiven)
                .toList();
        figures.addAll(measures);
        if (figures.isEmpty() && word != null && thing.isEmpty()) {
            inside("count", chunk).stream()
                    .filter(c -> c.from() >= word.from() && c.from() - word.to() <= REACH)
                    .filter(c -> isCounted(c))
                    .findFirst()
                    .ifPresent(figures::add);
        }
        if (word != null && thing.isEmpty() && word.value() instanceof Aid giving && !giving.receives()) {
            boolean behind = anyIn(new Clause(word.from(), part.to()));
            figures.removeIf(f -> f.to() <= word.from() && (giving.noun() ? isPlain(f) : behind));
        }
        if (word != null && word.value() instanceof Aid any) {
            figures.removeIf(f -> !isFit(f, any.needs()));
        }
        return figures;
    }

    /** Whether a number counts the word behind it: digits do, a number in words where that is something one gives. */
    private boolean isCounted(Span count) {
        var last = scene.reading.token(count.to() - 1);
        boolean digits = last.kind() == Token.Kind.NUMBER
                && !(count.from() > 0 && scene.reading.token(count.from() - 1).isCapitalised());
        return digits || scene.reading.starts(count.to(), "%category");
    }

    /** Whether a figure is of what a word of giving needs: goods that are no troops, or people. */
    private static boolean isFit(Span figure, String needs) {
        var unit = figure.value() instanceof Measure m ? m.unit() : "";
        return switch (needs) {
            case "goods" -> !PEOPLE.equals(unit) && !TROOPS.contains(unit);
            case "people" -> PEOPLE.equals(unit);
            default -> true;
        };
    }

    /** Whether a figure counts things, and is neither a sum nor a share. */
    private static boolean isPlain(Span figure) {
        return figure.value() instanceof Measure m && !m.unit().equals("%");
    }

    /** Whether a stretch has a sum or a quantity of what is given. */
    boolean anyIn(Clause stretch) {
        return !inside("money", stretch).isEmpty()
                || inside("measure", stretch).stream().anyMatch(this::isGiven);
    }

    /** The spans of a class in a stretch that stand in no name of an instrument. */
    List<Span> inside(String type, Clause stretch) {
        var inside = new ArrayList<Span>();
        for (var span : scene.reading.all(type)) {
            if (span.from() >= stretch.from() && span.to() <= stretch.to() && !isInName(span)) {
                inside.add(span);
            }
        }
        return inside;
    }

    private boolean isInName(Span span) {
        for (var instrument : scene.instruments) {
            if (instrument.overlaps(span) && isName(instrument)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what was read as a name tells with figures what two agree on: "thỏa thuận Ba Lan cung cấp 80 máy". */
    boolean isClause(Span instrument) {
        boolean dated = scene.dates.stream()
                .anyMatch(d -> d.span().from() > instrument.from()
                        && scene.reading.all("aid").stream()
                                .anyMatch(a -> a.from() >= d.span().to() && a.to() <= instrument.to()));
        return (dated || !scene.reading.token(instrument.from()).isCapitalised())
                && scene.reading.all("actor").stream()
                        .anyMatch(a -> a.from() > instrument.from() && a.to() <= instrument.to())
                && scene.reading.all("amount").stream()
                        .anyMatch(a -> a.from() > instrument.from() && a.to() <= instrument.to())
                && scene.reading.all("aid").stream()
                        .anyMatch(a -> a.from() > instrument.from() && a.to() <= instrument.to());
    }

    /** Whether an instrument is one with a name: not so many that are counted, nor what is agreed with its figures. */
    private boolean isName(Span instrument) {
        return !instrument.rule().equals("instrument.counted")
                && !isClause(instrument)
                && words.stream().noneMatch(w -> w.rule().equals(AGREED) && w.overlaps(instrument));
    }

    /** A percentage counts only as a share of aid, every other measure does. */
    private boolean isGiven(Span span) {
        if (!(span.value() instanceof Measure m) || !m.unit().equals("%")) {
            return true;
        }
        boolean interest = scene.reading.starts(span.from() - 1, "%interest")
                || scene.reading.ends(span.from(), "%interest")
                || scene.reading.ends(span.from() - 1, "%interest");
        if (words.stream().anyMatch(w -> w.to() == span.from() || w.to() == span.to())) {
            return !interest;
        }
        for (int i = Math.max(0, span.from() - 4); i < Math.min(scene.reading.size(), span.to() + 6); i++) {
            if (scene.reading.starts(i, "%share.whole") && !interest) {
                return true;
            }
        }
        return false;
    }
}
