package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.banggiao.authority.Entry;
import org.banggiao.mention.Reading;
import org.banggiao.mention.ResourceText;
import org.banggiao.mention.Span;
import org.banggiao.mention.Token;
import org.banggiao.text.Syllable;
import org.jspecify.annotations.Nullable;

/**
 * Names that stand for a country: seats of governments, where the text makes them act or be acted on ("Bắc Kinh đề nghị", "với
 * Bắc Kinh", not "tại Bắc Kinh"), and foreign names of persons whom it has introduced by their post and country ("Ngoại trưởng
 * Phần Lan Karjalainen", later "Karjalainen").
 */
final class StandIns {
    private static final Set<String> SEATS = Set.copyOf(ResourceText.lines(StandIns.class, "seats.tsv"));
    /** What stands before one that acts or is acted on; a mark or the beginning does too. */
    private static final Set<String> BEFORE = Set.of(
            "với", "cho", "giữa", "do", "bị", "được", "mà", "thì", "nhưng", "song", "khi", "rằng", "cầu", "nghị", "đòi",
            "xin", "nhờ", "mời", "phục", "giục", "ép", "khuyên", "buộc", "nếu", "vì", "phía", "cả", "để", "khiến",
            "cũng", "còn", "riêng", "trách", "cùng", "lượt", "rồi", "nên", "lúc", "bởi");
    /** What joins one to another: it is what the other is. */
    private static final Set<String> JOINS = Set.of("và", ",", "rồi", "cùng", "lẫn");

    private static final Set<String> TIMES =
            Set.of("ngày", "tháng", "năm", "là", "thuộc", "từ", "hồi", "nơi", "vào", "có");
    private static final int POST_REACH = 4;
    private static final int LONGEST_NAME = 5;
    private static final int SHORTEST_FOREIGN = 4;

    private final Map<String, String> people = new HashMap<>();

    /** The persons that a document introduces; {@code codeOf} gives the code of an actor. */
    StandIns(List<Reading> readings, Function<Span, @Nullable String> codeOf) {
        var disputed = new HashSet<String>();
        for (var reading : readings) {
            for (var actor : reading.all("actor")) {
                var code = actor.value() instanceof List<?> ? codeOf.apply(actor) : null;
                if (code != null && isBehindPost(reading, actor.from())) {
                    for (var name : names(reading, actor.to())) {
                        var other = people.putIfAbsent(name, code);
                        if (other != null && !other.equals(code)) {
                            disputed.add(name);
                        }
                    }
                }
            }
        }
        people.keySet().removeAll(disputed);
    }

    private static boolean isBehindPost(Reading reading, int at) {
        for (int i = at; i > Math.max(0, at - POST_REACH); i--) {
            if (reading.ends(i, "office") || reading.ends(i, "%title")) {
                return true;
            }
            if (!Character.isLetter(reading.key(i - 1).codePointAt(0))) {
                return false;
            }
        }
        return false;
    }

    /** The foreign words of the name that begins at a token, over initials. */
    private static List<String> names(Reading reading, int from) {
        var names = new ArrayList<String>();
        for (int i = from; i < Math.min(reading.size(), from + LONGEST_NAME); i++) {
            var token = reading.token(i);
            boolean initial = token.text().equals(".") && i > from;
            boolean capitalised = Character.isUpperCase(token.text().charAt(0));
            if ((!initial && !capitalised) || reading.covered(i, "actor") || reading.covered(i, "place")) {
                break;
            }
            if (isForeign(token) && !reading.covered(i, "person.known")) {
                names.add(token.text());
            }
        }
        return names;
    }

    private static boolean isForeign(Token token) {
        var text = token.text();
        return text.length() >= SHORTEST_FOREIGN
                && Character.isUpperCase(text.charAt(0))
                && !Syllable.isLegal(text)
                && !text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** The names of a sentence that stand for a country, with its code: spans whose value is the code. */
    List<Span> in(Reading reading, Function<Span, @Nullable String> codeOf) {
        var out = new ArrayList<Span>();
        Span last = null;
        boolean lastActs = false;
        for (var place : reading.all("place")) {
            if (!isSeat(place) || reading.covered(place.from(), "actor")) {
                continue;
            }
            boolean joined = last != null && place.from() - last.to() == 1 && JOINS.contains(reading.lower(last.to()));
            boolean acts = joined ? lastActs : acts(reading, place);
            var code = acts ? codeOf.apply(place) : null;
            if (code != null) {
                out.add(Span.of(place.from(), place.to(), "actor.seat", code, "name.seat"));
            }
            last = place;
            lastActs = acts;
        }
        for (int i = 0; i < reading.size() && !people.isEmpty(); i++) {
            var token = reading.token(i);
            var code = token.isCapitalised() ? people.get(token.text()) : null;
            if (code != null
                    && !reading.covered(i, "actor")
                    && !reading.covered(i, "place")
                    && !reading.covered(i, "person.known")) {
                out.add(Span.of(i, i + 1, "actor.person", code, "name.introduced"));
            }
        }
        return out;
    }

    private static boolean isSeat(Span place) {
        return place.value() instanceof List<?> entries
                && entries.get(0) instanceof Entry entry
                && SEATS.contains(entry.key());
    }

    private static boolean acts(Reading reading, Span place) {
        var before = reading.lower(place.from() - 1);
        if (reading.covered(place.from(), "instrument") && !before.equals("với") && !before.equals("giữa")) {
            return false;
        }
        if (BEFORE.contains(before)) {
            return true;
        }
        boolean opens = before.isEmpty()
                || !Character.isLetterOrDigit(before.charAt(0)) && !"(-–/".contains(before)
                || reading.ends(place.from(), "date")
                || JOINS.contains(before);
        var next = reading.lower(place.to());
        boolean goesOn = !next.isEmpty()
                && Character.isLetter(next.charAt(0))
                && !TIMES.contains(next)
                && !reading.token(place.to()).isCapitalised();
        return opens && goesOn;
    }
}
