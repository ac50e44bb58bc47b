package org.banggiao.claim;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Kind;
import org.banggiao.mention.ResourceText;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.DatePoint.Grain;
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
        return label(List.of(claim), claim.date(), 0);
    }

    /** Vietnamese label of what the claim speaks of. */
    public String vi(Claim claim) {
        return label(List.of(claim), claim.date(), 1);
    }

    /**
     * English label of a thing: of the type of its first claim, with all actors that its claims name.
     *
     * @param claims on the thing, at least one
     * @param date on which they agree, or null
     */
    public String en(List<Claim> claims, @Nullable HistoricalDate date) {
        return label(claims, date, 0);
    }

    /** Vietnamese label of a thing, as {@link #en(List, HistoricalDate)}. */
    public String vi(List<Claim> claims, @Nullable HistoricalDate date) {
        return label(claims, date, 1);
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

    private String label(List<Claim> claims, @Nullable HistoricalDate date, int language) {
        var core = switch (claims.get(0)) {
            case DiplomaticEvent e ->
                word("event." + e.type().code(), language)
                        + ": "
                        + join(claims, c -> ((DiplomaticEvent) c).actors(), language);
            case Instrument i -> instrument(i, claims, language);
            case AidFlow a -> flow(claims, language);
        };
        return date == null ? core : core + ", " + (language == 0 ? english(date) : vietnamese(date));
    }

    private String flow(List<Claim> claims, int language) {
        var terms = claims.stream()
                .map(c -> ((AidFlow) c).terms())
                .filter(t -> t != AidFlow.Terms.UNSPECIFIED)
                .findFirst()
                .orElse(AidFlow.Terms.UNSPECIFIED);
        return word("aidflow." + terms.code(), language)
                + (language == 0 ? " from " : " của ")
                + join(claims, c -> ((AidFlow) c).donors(), language)
                + (language == 0 ? " to " : " cho ")
                + join(claims, c -> ((AidFlow) c).recipients(), language);
    }

    private String instrument(Instrument first, List<Claim> claims, int language) {
        var type = word("agreement." + first.type().code(), language);
        var parties = codes(claims, c -> ((Instrument) c).parties());
        if (parties.isEmpty()) {
            return type;
        }
        var between =
                parties.size() == 1 ? (language == 0 ? " of " : " của ") : (language == 0 ? " between " : " giữa ");
        // No party of an instrument comes before another: their order is the same whichever a text names first.
        return type + between + join(parties.stream().sorted().toList(), language);
    }

    private static List<String> codes(List<Claim> claims, Function<Claim, List<ActorRef>> actors) {
        return claims.stream()
                .flatMap(c -> actors.apply(c).stream())
                .map(ActorRef::code)
                .distinct()
                .toList();
    }

    private String join(List<Claim> claims, Function<Claim, List<ActorRef>> actors, int language) {
        return join(codes(claims, actors), language);
    }

    private String join(List<String> codes, int language) {
        if (codes.isEmpty()) {
            return language == 0 ? "unnamed parties" : "các bên không nêu tên";
        }
        return and(codes.stream().map(c -> name(c, language)).toList(), language == 0 ? "and" : "và");
    }

    /** Names in a row: A, B and C. */
    public static String and(List<String> names, String and) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + and + " " + names.getLast();
    }

    /** The Vietnamese name of who bears a code, or the code itself. */
    public String vietnamese(String code) {
        return name(code, 1);
    }

    private String name(String code, int language) {
        var known = names.get(code);
        return known == null ? code : known[language];
    }

    /** Dates as English prints them: 31 August 1976, August 1976, 1976, 24–27 June 1991, from 1999, 9 February 1998 or 9 March 1998. */
    public static String english(HistoricalDate date) {
        return switch (date) {
            case DatePoint p -> englishPoint(p);
            case DateInterval i ->
                i.end().isEmpty()
                        ? "from " + i.start().map(Labels::englishPoint).orElseThrow()
                        : i.start().isEmpty()
                                ? "until " + englishPoint(i.end().get())
                                : englishInterval(i.start().get(), i.end().get());
            case DateAlternatives a -> a.choices().stream().map(Labels::english).collect(Collectors.joining(" or "));
        };
    }

    /** What both ends have in common stands once, at the end. */
    private static String englishInterval(DatePoint start, DatePoint end) {
        var from = englishPoint(start);
        boolean sameYear = isOfOneYear(start, end);
        if (sameYear && start.grain() == Grain.DAY && start.month() == end.month()) {
            return start.day() + "–" + englishPoint(end);
        }
        return (sameYear ? from.substring(0, from.lastIndexOf(' ')) : from) + dash(start, end) + englishPoint(end);
    }

    private static boolean isOfOneYear(DatePoint start, DatePoint end) {
        return start.year() == end.year()
                && start.grain() == end.grain()
                && (start.grain() == Grain.DAY || start.grain() == Grain.MONTH)
                && !start.isApproximate()
                && !end.isApproximate();
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

    /** Dates as Vietnamese prints them: 31/8/1976, tháng 8/1976, 1976, 24–27/6/1991. */
    public static String vietnamese(HistoricalDate date) {
        return switch (date) {
            case DatePoint p -> point(p);
            case DateInterval i ->
                i.end().isEmpty()
                        ? "từ " + i.start().map(Labels::point).orElseThrow()
                        : i.start().isEmpty()
                                ? "đến " + point(i.end().get())
                                : interval(i.start().get(), i.end().get());
            case DateAlternatives a ->
                a.choices().stream().map(Labels::vietnamese).collect(Collectors.joining(" hoặc "));
        };
    }

    private static String interval(DatePoint start, DatePoint end) {
        var from = point(start);
        boolean sameYear = isOfOneYear(start, end);
        if (sameYear && start.grain() == Grain.DAY && start.month() == end.month()) {
            return start.day() + "–" + point(end);
        }
        return (sameYear ? from.substring(0, from.lastIndexOf('/')) : from) + dash(start, end) + point(end);
    }

    /** Between years as one word, between longer dates with room around. */
    private static String dash(DatePoint start, DatePoint end) {
        boolean years = start.grain() == Grain.YEAR && end.grain() == Grain.YEAR;
        return years && !start.isApproximate() && !end.isApproximate() ? "–" : " – ";
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
