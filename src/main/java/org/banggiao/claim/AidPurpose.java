package org.banggiao.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.banggiao.mention.Measure;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/**
 * What aid is for, by the words of one sentence. In this order: a word of training; words of the army, in what is given or
 * around it; the first word of what is given that a list has; two and more fields of one sum; for sums, what the clause says
 * behind or before them; the kind of what is counted; the word of giving; money without any of these is economic. Food that is
 * given for nothing, and goods and money where a disaster is told of, are humanitarian.
 *
 * <p>A word inside a longer one counts as the longer: "thị trường" is no school.
 */
final class AidPurpose {
    private static final String LIST = "%category.";
    private static final Set<String> PEOPLE = Set.of("người", "lượt người");
    private static final Set<String> WORKS = Set.of("km", "m", "m2", "kW", "MW", "giường", "công trình");
    private static final String NONE = LIST + "none";

    private record Word(int from, int to, AidFlow.@Nullable Category category) {}

    private final Reading reading;
    private @Nullable List<Word> found;

    AidPurpose(Reading reading) {
        this.reading = reading;
    }

    /** The words for what can be given, by place; looked for when first asked for. */
    private List<Word> words() {
        var known = found;
        if (known == null) {
            known = find();
            found = known;
        }
        return known;
    }

    private List<Word> find() {
        var words = new ArrayList<Word>();
        var spans = reading.all("%category");
        for (var span : spans) {
            boolean inside = false;
            for (var longer : spans) {
                inside |= longer.from() <= span.from()
                        && span.to() <= longer.to()
                        && longer.to() - longer.from() > span.to() - span.from();
            }
            boolean works =
                    span.type().equals(LIST + "infrastructure") || span.type().equals(LIST + "training");
            // "Hiệp định hợp tác kinh tế, kỹ thuật" names fields, not what is given under it.
            boolean titled = !works && reading.covered(span.from(), "instrument");
            if (!inside && !titled) {
                boolean sugar = reading.lower(span.from()).equals("đường")
                        && span.to() - span.from() == 1
                        && (span.to() == reading.size()
                                || !Character.isLetterOrDigit(
                                        reading.key(span.to()).codePointAt(0)));
                var name = sugar
                        ? "ECONOMIC"
                        : span.type().substring(LIST.length()).toUpperCase(Locale.ROOT);
                words.add(new Word(
                        span.from(), span.to(), span.type().equals(NONE) ? null : AidFlow.Category.valueOf(name)));
            }
        }
        words.sort(Comparator.comparingInt(Word::from));
        return words;
    }

    /** What the first word of a stretch that a list has is for, or null. */
    AidFlow.@Nullable Category first(int from, int to) {
        for (var word : words()) {
            if (word.from() >= from && word.to() <= to && word.category() != null) {
                return word.category();
            }
        }
        return null;
    }

    /** Where the first word for something that can be given begins in a stretch, or -1: no field, such as "kinh tế". */
    int thing(int from, int to) {
        for (var word : words()) {
            boolean inside = word.from() >= from && word.to() <= to;
            if (inside && word.category() != null && !isAbstract(word)) {
                return word.from();
            }
        }
        return -1;
    }

    private boolean isAbstract(Word word) {
        return word.category() == AidFlow.Category.MIXED
                || reading.startingAt(word.from()).stream().anyMatch(s -> s.is("%abstract") && s.to() == word.to());
    }

    /** Where a word of the category begins in a stretch, or -1. */
    int at(AidFlow.Category category, int from, int to) {
        for (var word : words()) {
            if (word.from() >= from && word.to() <= to && word.category() == category) {
                return word.from();
            }
        }
        return -1;
    }

    /**
     * What a flow is for.
     *
     * @param given the words of what is given
     * @param around the part of the sentence that speaks of it
     * @param setting the clause, with those who give
     * @param word category that the word of giving says, or empty
     * @param isMoney whether a sum is given
     * @param measures what is counted
     * @param terms gift or loan
     */
    AidFlow.Category of(
            Clause given,
            Clause around,
            Clause setting,
            String word,
            boolean isMoney,
            List<Span> measures,
            AidFlow.Terms terms) {
        var plain = plain(given, around, setting, word, isMoney, measures);
        boolean people = !measures.isEmpty() && measures.stream().allMatch(m -> hasUnit(m, PEOPLE));
        if (people && !isMoney && (plain == AidFlow.Category.INFRASTRUCTURE || plain == AidFlow.Category.ECONOMIC)) {
            return AidFlow.Category.TECHNICAL;
        }
        boolean goods = plain == AidFlow.Category.ECONOMIC || plain == AidFlow.Category.UNSPECIFIED;
        boolean food = has(given.from(), given.to(), "%relief.food");
        boolean relief = has(setting.from(), setting.to(), "%relief.setting");
        return goods && (relief || (food && terms == AidFlow.Terms.GRANT && !isMoney))
                ? AidFlow.Category.HUMANITARIAN
                : plain;
    }

    private AidFlow.Category plain(
            Clause given, Clause around, Clause setting, String word, boolean isMoney, List<Span> measures) {
        var byWord = word.isEmpty() ? null : AidFlow.Category.valueOf(word.toUpperCase(Locale.ROOT));
        var first = first(given.from(), given.to());
        if (byWord == AidFlow.Category.TRAINING) {
            return AidFlow.Category.TRAINING;
        }
        if (at(AidFlow.Category.MILITARY, given.from(), given.to()) >= 0
                || has(setting.from(), given.from(), "%military.setting")) {
            return AidFlow.Category.MILITARY;
        }
        if (first == AidFlow.Category.TRAINING) {
            return first;
        }
        if (byWord == AidFlow.Category.INFRASTRUCTURE
                && at(AidFlow.Category.INFRASTRUCTURE, given.from(), given.to()) >= 0) {
            // "lắp đặt thiết bị cho nhà máy"
            return byWord;
        }
        if (measures.stream().anyMatch(AidPurpose::isBulk) && first == AidFlow.Category.INFRASTRUCTURE) {
            // Of "đường" so many tonnes are sugar, no road.
            return AidFlow.Category.ECONOMIC;
        }
        if (isMoney && fields(given.from(), around.to()) > 1) {
            return AidFlow.Category.MIXED;
        }
        if (first == AidFlow.Category.MIXED) {
            // "lĩnh vực giáo dục" is one field.
            var field = fields(given.from(), around.to()) > 1 ? null : fieldOf(given.from(), around.to());
            return field == null ? first : field;
        }
        if (first != null) {
            return first;
        }
        if (isMoney || measures.isEmpty()) {
            var near = first(Math.max(around.from(), given.from()), around.to());
            near = near == null && !isMoney ? first(around.from(), around.to()) : near;
            near = near == null && isMoney ? first(given.to(), nextFigure(given.to(), setting.to())) : near;
            near = near == null && isMoney ? works(setting.from(), given.from()) : near;
            if (near != null) {
                return near;
            }
        }
        if (byWord != null) {
            return byWord;
        }
        if (measures.stream().anyMatch(m -> hasUnit(m, WORKS))) {
            return AidFlow.Category.INFRASTRUCTURE;
        }
        if (measures.stream().anyMatch(m -> hasUnit(m, PEOPLE))) {
            return at(AidFlow.Category.TRAINING, around.from(), around.to()) >= 0
                    ? AidFlow.Category.TRAINING
                    : AidFlow.Category.TECHNICAL;
        }
        return isMoney || !measures.isEmpty() ? AidFlow.Category.ECONOMIC : AidFlow.Category.UNSPECIFIED;
    }

    /** Where the next sum or quantity of a stretch begins, else its end. */
    private int nextFigure(int from, int to) {
        boolean purpose = false;
        for (int i = from; i < to; i++) {
            purpose |= reading.starts(i, "%purpose");
            if (reading.starts(i, "money")
                    || (!purpose && (reading.starts(i, "amount") || reading.starts(i, "measure")))) {
                return i;
            }
        }
        return to;
    }

    /** Works, where a stretch names any: what a sum that stands behind them is for. */
    private AidFlow.@Nullable Category works(int from, int to) {
        return at(AidFlow.Category.INFRASTRUCTURE, from, to) >= 0 ? AidFlow.Category.INFRASTRUCTURE : null;
    }

    /** Whether the last words of a word of giving, or the first behind it, are of training: "giúp đào tạo". */
    boolean endsWithTraining(Span word) {
        return words().stream()
                .anyMatch(w -> w.category() == AidFlow.Category.TRAINING
                        && (w.to() == word.to() || w.from() == word.to())
                        && reading.starts(w.from(), "%abstract"));
    }

    private boolean has(int from, int to, String list) {
        for (int i = from; i < to; i++) {
            if (reading.starts(i, list)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasUnit(Span figure, Set<String> units) {
        return figure.value() instanceof Measure m && units.contains(m.unit());
    }

    private static boolean isBulk(Span span) {
        return span.value() instanceof Measure m
                && List.of("tấn", "kg", "tạ", "lít").contains(m.unit());
    }

    /** The first field that stands behind "lĩnh vực", or null. */
    private AidFlow.@Nullable Category fieldOf(int from, int to) {
        for (var word : words()) {
            boolean inside = word.from() >= from && word.to() <= to;
            if (inside && word.category() != null && word.category() != AidFlow.Category.MIXED) {
                return word.category();
            }
        }
        return null;
    }

    /** How many fields a list behind "lĩnh vực" names. */
    private int fields(int from, int to) {
        var found = EnumSet.noneOf(AidFlow.Category.class);
        int start = -1;
        for (var word : words()) {
            boolean inside = word.from() >= from && word.to() <= to;
            if (inside && word.category() == AidFlow.Category.MIXED) {
                start = word.from();
            } else if (inside && start >= 0 && word.category() != null) {
                found.add(word.category());
            }
        }
        return found.size();
    }
}
