package org.banggiao.claim;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Kind;
import org.banggiao.mention.ResourceText;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Short labels of things, in English and Vietnamese, made from type, parties and date; neutral, whatever words the source
 * uses.
 */
public final class Labels {
    private static final Map<String, List<String>> WORDS = words();

    private final Map<String, String[]> names = new HashMap<>();

    /** Labels with the names that the authority data give. */
    public Labels(Authority authority) {
        for (var entry : authority.entries()) {
            var code = entry.code();
            if (code != null && (entry.kind() == Kind.COUNTRY || !names.containsKey(code))) {
                names.putIfAbsent(code, new String[] {entry.nameEn(), entry.nameVi()});
            }
        }
        for (var entry : authority.entries()) {
            var code = entry.code();
            if (code != null && entry.kind() == Kind.COUNTRY) {
                names.put(code, new String[] {entry.nameEn(), entry.nameVi()});
            }
        }
    }

    /** English label of what the claim speaks of. */
    public String en(Claim claim) {
        return label(claim, claim.date(), 0);
    }

    /** Vietnamese label of what the claim speaks of. */
    public String vi(Claim claim) {
        return label(claim, claim.date(), 1);
    }

    /** English label with a date of its own, such as the one on which several claims agree. */
    public String en(Claim claim, @Nullable HistoricalDate date) {
        return label(claim, date, 0);
    }

    /** Vietnamese label with a date of its own. */
    public String vi(Claim claim, @Nullable HistoricalDate date) {
        return label(claim, date, 1);
    }

    private static Map<String, List<String>> words() {
        var words = new HashMap<String, List<String>>();
        for (var line : ResourceText.lines(Labels.class, "labels.tsv")) {
            var cells = line.split("\t", -1);
            words.put(cells[0], List.of(cells[1], cells[2]));
        }
        return words;
    }

    private static String word(String key, int language) {
        var found = WORDS.get(key);
        if (found == null) {
            throw new IllegalStateException("labels.tsv has no line for " + key + ": add one");
        }
        return found.get(language);
    }

    private String label(Claim claim, @Nullable HistoricalDate date, int language) {
        var core = switch (claim) {
            case DiplomaticEvent e -> word("event." + e.type().code(), language) + ": " + join(e.actors(), language);
            case Instrument i -> instrument(i, language);
            case AidFlow a ->
                word("aidflow." + a.terms().code(), language)
                        + (language == 0 ? " from " : " của ")
                        + join(a.donors(), language)
                        + (language == 0 ? " to " : " cho ")
                        + join(a.recipients(), language);
        };
        return date == null ? core : core + ", " + (language == 0 ? english(date) : vietnamese(date));
    }

    private String instrument(Instrument i, int language) {
        var type = word("agreement." + i.type().code(), language);
        if (i.parties().isEmpty()) {
            return type;
        }
        var between =
                i.parties().size() == 1 ? (language == 0 ? " of " : " của ") : (language == 0 ? " between " : " giữa ");
        return type + between + join(i.parties(), language);
    }

    private String join(List<ActorRef> actors, int language) {
        if (actors.isEmpty()) {
            return language == 0 ? "unnamed parties" : "các bên không nêu tên";
        }
        var list = actors.stream()
                .map(ActorRef::code)
                .distinct()
                .map(c -> name(c, language))
                .toList();
        if (list.size() == 1) {
            return list.get(0);
        }
        var last = list.get(list.size() - 1);
        return list.subList(0, list.size() - 1).stream().collect(Collectors.joining(", "))
                + (language == 0 ? " and " : " và ")
                + last;
    }

    private String name(String code, int language) {
        var known = names.get(code);
        return known == null ? code : known[language];
    }

    /** Dates as English prints them: 31 August 1976, August 1976, 1976, from 1999, 9 February 1998 or 9 March 1998. */
    public static String english(HistoricalDate date) {
        return switch (date) {
            case DatePoint p -> englishPoint(p);
            case DateInterval i ->
                i.end().isEmpty()
                        ? "from " + i.start().map(Labels::englishPoint).orElseThrow()
                        : i.start().isEmpty()
                                ? "until " + englishPoint(i.end().get())
                                : englishPoint(i.start().get()) + " – "
                                        + englishPoint(i.end().get());
            case DateAlternatives a -> a.choices().stream().map(Labels::english).collect(Collectors.joining(" or "));
        };
    }

    private static String englishPoint(DatePoint p) {
        var month = p.month() == 0 ? "" : Month.of(p.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " ";
        return (p.isApproximate() ? "about " : "")
                + switch (p.grain()) {
                    case DAY -> p.day() + " " + month + p.year();
                    case MONTH -> month + p.year();
                    case YEAR -> String.valueOf(p.year());
                    case DECADE -> p.year() + "s";
                    case CENTURY -> "century from " + p.year();
                };
    }

    /** Dates as Vietnamese prints them: 31/8/1976, tháng 8/1976, 1976. */
    public static String vietnamese(HistoricalDate date) {
        return switch (date) {
            case DatePoint p -> point(p);
            case DateInterval i ->
                i.end().isEmpty()
                        ? "từ " + i.start().map(Labels::point).orElseThrow()
                        : i.start().isEmpty()
                                ? "đến " + point(i.end().get())
                                : point(i.start().get()) + " – " + point(i.end().get());
            case DateAlternatives a ->
                a.choices().stream().map(Labels::vietnamese).collect(Collectors.joining(" hoặc "));
        };
    }

    private static String point(DatePoint p) {
        var about = p.isApproximate() ? "khoảng " : "";
        return about
                + switch (p.grain()) {
                    case DAY -> p.day() + "/" + p.month() + "/" + p.year();
                    case MONTH -> "tháng " + p.month() + "/" + p.year();
                    case YEAR -> String.valueOf(p.year());
                    case DECADE -> "thập niên " + p.year();
                    case CENTURY -> "thế kỷ " + (p.year() / 100 + 1);
                };
    }
}
