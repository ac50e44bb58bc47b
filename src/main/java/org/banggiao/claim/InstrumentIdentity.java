package org.banggiao.claim;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.time.DateInterval;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Says when two claims speak of one instrument: by kind, parties, what the names say, date and term. */
final class InstrumentIdentity {
    private static final Set<String> JOINING = folded(
            "giữa", "và", "của", "về", "hai", "nước", "với", "các", "ba", "quốc", "gia", "chính", "phủ", "bên", "việc",
            "số", "trong", "năm", "thời", "kỳ", "giai", "đoạn", "cộng", "hòa", "xã", "hội", "chủ", "nghĩa", "dân",
            "nhân");

    /** Words that say nothing but what kind of instrument it is: "tuyên bố chung". */
    private static final Set<String> HEADS = folded(
            "bản", "tuyên", "bố", "ngôn", "thông", "cáo", "báo", "chí", "chung", "hiệp", "định", "ước", "nghị", "thư",
            "thỏa", "thuận", "biên", "ghi", "nhớ");

    /** Code points between two mentions of a thing that is only called by its kind. */
    private static final int NEAR = 6000;

    /** Words of a name that must be shared where one is a part of the other and a date is missing. */
    private static final int NESTED_UNDATED = 4;

    /** Words of a subject that tell an instrument from others between the same parties. */
    private static final int SPEAKING = 4;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /** Years that may lie between a signature and the beginning of the term. */
    private static final int LEAD_YEARS = 2;

    private final Map<Instrument, Set<String>> subjects = new IdentityHashMap<>();

    // How many names hold a word.
    private final Map<String, Integer> frequency = new HashMap<>();

    /** Among these claims. */
    InstrumentIdentity(List<Claim> claims) {
        for (var claim : claims) {
            if (claim instanceof Instrument i) {
                subject(i).forEach(word -> frequency.merge(word, 1, Integer::sum));
            }
        }
    }

    /** Why the two are one instrument; empty where they are not. */
    Optional<String> same(Instrument a, Instrument b) {
        if (a.type() != b.type() || !Merger.isPart(a.parties(), b.parties()) || otherTerm(a, b) || otherTerm(b, a)) {
            return Optional.empty();
        }
        var x = subject(a);
        var y = subject(b);
        boolean sameMonth = Merger.sameDate(a, b) && Merger.isFine(a.date());
        boolean sameDay = Merger.isDay(a.date()) && Merger.sameDate(a, b);
        boolean near = isNear(a, b);
        if ((x.isEmpty() || y.isEmpty()) && (Merger.share(a.parties(), b.parties()) < 1 || !(sameMonth || near))) {
            // "The joint statement" names none: only its parties and day tell it from others, or that it was just
            // spoken of.
            return Optional.empty();
        }
        boolean undated = a.date() == null || b.date() == null;
        boolean agree = undated || Merger.compatible(a, b);
        if (x.equals(y) && agree) {
            return Optional.of("same type, subject and parties"
                    + (sameDay ? " on the same day" : undated ? "" : ", and the dates agree"));
        }
        boolean nested = (x.containsAll(y) || y.containsAll(x)) && !isSameSentence(a, b);
        int common = Math.min(x.size(), y.size());
        if (nested && sameDay && (common > 0 || near)) {
            return Optional.of("same type, parties and day, and one name is part of the other");
        }
        if (nested && sameMonth && common == 0) {
            return Optional.of("same type and parties, and the date by which alone one is known");
        }
        boolean otherYear = !years(x).isEmpty() && !years(y).isEmpty() && !years(x).equals(years(y));
        boolean enough = common >= (undated ? NESTED_UNDATED : 1)
                || (common >= 2 && a.valid() != null && b.valid() != null)
                || (near && isShortened(a, x, b, y));
        if (nested && !otherYear && enough && agree) {
            return Optional.of("same type and parties, one name is part of the other, and the dates do not differ");
        }
        return Optional.empty();
    }

    /** Whether kind, parties and what the names say are the same, whatever the dates, and the names say enough. */
    boolean isSameSubject(Instrument a, Instrument b) {
        var words = subject(a);
        return a.type() == b.type()
                && words.size() >= SPEAKING
                && words.equals(subject(b))
                && Merger.share(a.parties(), b.parties()) == 1;
    }

    /**
     * The keys by which an instrument is found. One name is the other or a part of it: the other then holds the rarest word of
     * the part. Or one has no words of its own, and stands near the other, or has its parties and date.
     */
    Set<Object> keys(Instrument instrument) {
        var keys = new HashSet<Object>();
        for (var word : subject(instrument)) {
            keys.add(List.of(instrument.type(), "holds", word));
        }
        rarest(instrument).ifPresent(word -> keys.add(List.of(instrument.type(), "rarest", word)));
        keys.add(place(instrument, block(instrument)));
        addDate(keys, instrument);
        return keys;
    }

    /** The keys of which those have one that came before and can be the same instrument. */
    Set<Object> sought(Instrument instrument) {
        var keys = new HashSet<Object>();
        for (var word : subject(instrument)) {
            keys.add(List.of(instrument.type(), "rarest", word));
        }
        rarest(instrument).ifPresent(word -> keys.add(List.of(instrument.type(), "holds", word)));
        keys.add(place(instrument, block(instrument)));
        keys.add(place(instrument, block(instrument) - 1));
        addDate(keys, instrument);
        return keys;
    }

    private Optional<String> rarest(Instrument instrument) {
        return subject(instrument).stream()
                .min(Comparator.<String>comparingInt(w -> frequency.getOrDefault(w, 0))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Which stretch of the text it stands in, each as long as instruments are near. */
    private static int block(Instrument instrument) {
        return instrument.said().statedIn().startInclusive() / NEAR;
    }

    private static Object place(Instrument instrument, int block) {
        var document = instrument.said().statedIn().document();
        return List.of(instrument.type(), Merger.codes(instrument.parties()), document, block);
    }

    private static void addDate(Set<Object> keys, Instrument instrument) {
        if (instrument.date() != null && Merger.isFine(instrument.date())) {
            keys.add(List.of(
                    instrument.type(),
                    Merger.codes(instrument.parties()),
                    instrument.date().edtf()));
        }
    }

    /** Whether it counts where the two stand: near each other, or in one sentence. */
    static boolean isPlaceCounted(Claim a, Claim b) {
        return a instanceof Instrument && b instanceof Instrument && (isNear(a, b) || isSameSentence(a, b));
    }

    /** Whether one is a shorter mention, with nothing of its own, of the other: "Tuyên bố chung" of a joint declaration named before. */
    private static boolean isShortened(Instrument a, Set<String> x, Instrument b, Set<String> y) {
        var later = a.said().statedIn().compareTo(b.said().statedIn()) < 0 ? b : a;
        var words = later == a ? x : y;
        var first = Merger.fold(a.nameAsPrinted()).split(" ")[0];
        return later.date() == null
                && words.isEmpty()
                && Merger.fold(b.nameAsPrinted()).startsWith(first + " ");
    }

    /** Whether the term of one lies apart from that of the other, or from its signature. */
    private static boolean otherTerm(Instrument a, Instrument b) {
        if (a.valid() == null) {
            return false;
        }
        if (b.valid() != null) {
            boolean openStart = startYear(a.valid()) == 0 || startYear(b.valid()) == 0;
            return !a.valid().equals(b.valid()) && !(openStart && endYear(a.valid()) == endYear(b.valid()));
        }
        if (a.date() != null || b.date() == null) {
            return false;
        }
        int signed = b.date().earliestStart().map(d -> d.getYear()).orElse(0);
        boolean early = startYear(a.valid()) > 0 && signed < startYear(a.valid()) - LEAD_YEARS;
        boolean late = endYear(a.valid()) > 0 && signed > endYear(a.valid());
        return early || late;
    }

    private static int startYear(HistoricalDate term) {
        return term instanceof DateInterval i && i.start().isEmpty()
                ? 0
                : term.earliestStart().map(d -> d.getYear()).orElse(0);
    }

    private static int endYear(HistoricalDate term) {
        return term.latestEnd().map(d -> d.getYear()).orElse(0);
    }

    private static boolean isNear(Claim a, Claim b) {
        var x = a.said().statedIn();
        var y = b.said().statedIn();
        return x.document().equals(y.document()) && Math.abs(y.startInclusive() - x.startInclusive()) <= NEAR;
    }

    private static boolean isSameSentence(Claim a, Claim b) {
        var x = a.said().statedIn();
        var y = b.said().statedIn();
        return x.document().equals(y.document()) && x.sentence() == y.sentence();
    }

    /** The years that stand in a name. */
    private static Set<String> years(Set<String> words) {
        return words.stream().filter(w -> YEAR.matcher(w).matches()).collect(Collectors.toSet());
    }

    /** The words of a name that say what it is about: without its kind, its parties and words that only join. */
    private Set<String> subject(Instrument instrument) {
        return subjects.computeIfAbsent(instrument, InstrumentIdentity::speaking);
    }

    private static Set<String> speaking(Instrument i) {
        var all = List.of(Merger.fold(i.nameAsPrinted()).split(" "));
        int from = 0;
        while (from < all.size() && HEADS.contains(all.get(from))) {
            from++;
        }
        var words = new HashSet<>(all.subList(from, all.size()));
        words.removeAll(JOINING);
        i.parties().forEach(p -> remove(words, p.printed()));
        return words;
    }

    private static void remove(Set<String> words, @Nullable String name) {
        if (name != null) {
            words.removeAll(List.of(Merger.fold(name).split(" ")));
        }
    }

    private static Set<String> folded(String... words) {
        return Stream.of(words).map(Merger::fold).collect(Collectors.toUnmodifiableSet());
    }
}
