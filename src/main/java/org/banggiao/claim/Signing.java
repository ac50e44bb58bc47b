package org.banggiao.claim;

import java.util.Set;
import org.banggiao.mention.Act;
import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/**
 * The word by which a sentence says that instruments came about: "ký" before them, "được ký" behind them.
 *
 * @param from first token of the word
 * @param to the token after it
 * @param active whether it stands before the names, behind who signed
 */
record Signing(int from, int to, boolean active) {
    private static final int REACH = 20;
    private static final int LIGHT_REACH = 2;
    private static final int BEHIND = 4;
    private static final int AGENT = 18;
    private static final int RELATED = 18;
    private static final String MODES = "%unsigned.";
    private static final int FRAME = 5;
    private static final int NOMINAL = 6;
    private static final int ASIDE = 12;
    private static final Set<String> AROUND_VERB = Set.of(
            "đã", "cùng", "cũng", "còn", "lại", "vừa", "đều", "chính", "thức", "tiếp", "tục", "tiến", "hành", "nhau",
            "tổ", "chức", "lần", "lượt", "phối", "hợp", "kết", "đặt", "hạ", "bút");
    private static final Set<String> AT_TIME = Set.of("khi", "nhân", "trong", "lúc", "cuối");
    private static final Set<String> BETWEEN = Set.of("giữa", "với", "cùng", "bởi");
    private static final Set<String> PLACES = Set.of("ở", "tại");
    private static final Set<String> MEANS = Set.of("bằng", "một", "bởi");
    private static final Set<String> BY_MEANS = Set.of("bằng", "với", "qua", "là", "lễ", "bởi");

    /**
     * The word that says that the instruments of a list came about, or null where they are only spoken of.
     *
     * @param first the first name of the list
     * @param last the last name of it
     */
    static @Nullable Signing of(Scene scene, Span first, Span last) {
        var active = before(scene, first);
        if (active == null && isVerb(scene, first)) {
            active = new Signing(first.from(), first.from() + 1, true);
        }
        if (active != null) {
            return frame(scene, first, active) == null ? active : null;
        }
        return behind(scene, first, last);
    }

    /** In what mode a list of instruments is spoken of: {@code %unsigned.intended} and the like; null where as a fact. */
    static @Nullable String mode(Scene scene, Span first) {
        var active = before(scene, first);
        if (active != null) {
            var frame = frame(scene, first, active);
            return frame == null || !frame.startsWith(MODES) ? null : frame;
        }
        for (int i = Math.max(0, first.from() - FRAME); i < first.from(); i++) {
            for (var span : scene.reading.startingAt(i)) {
                if (span.type().startsWith(MODES) && span.to() == first.from()) {
                    return span.type();
                }
            }
        }
        return null;
    }

    /** The word before a name that governs it, whatever stands around it, or null. */
    private static @Nullable Signing before(Scene scene, Span name) {
        var reading = scene.reading;
        int least = Math.max(scene.clauseOf(name).from(), name.from() - REACH);
        for (int i = name.from() - 1; i >= least; i--) {
            if (reading.isQuoted(i) && !reading.isQuoted(name.from())) {
                return null;
            }
            for (var span : reading.startingAt(i)) {
                boolean light = span.is("%sign.light")
                        && name.from() - span.to() <= LIGHT_REACH + pluralBefore(reading, name.from());
                if (span.to() <= name.from() && (span.type().equals("%sign") || light)) {
                    return new Signing(i, span.to(), true);
                }
            }
            if (refers(reading, i, name.from()) || isOtherAct(scene, i)) {
                return null;
            }
        }
        return null;
    }

    /** "Hai bên thỏa thuận xây dựng …": the word for an arrangement as a verb, directly behind two who arrange. */
    private static boolean isVerb(Scene scene, Span name) {
        boolean arranges = name.value() instanceof InstrumentName n
                && n.type().equals("arrangement")
                && n.named()
                && !n.capitalised()
                && !n.plural();
        if (!arranges) {
            return false;
        }
        int at = name.from();
        while (at > 0 && AROUND_VERB.contains(scene.reading.lower(at - 1))) {
            at--;
        }
        int end = at;
        return scene.lastGroup(Math.max(0, at - FRAME), at).size() >= 2
                && scene.actors.stream().anyMatch(a -> a.to() == end);
    }

    private static int pluralBefore(Reading reading, int from) {
        for (int i = Math.max(0, from - 3); i < from; i++) {
            if (reading.starts(i, "%plural") || reading.starts(i, "%count")) {
                return from - i;
            }
        }
        return 0;
    }

    /** Whether a word stands at the token that makes what follows a thing referred to. */
    private static boolean refers(Reading reading, int token, int limit) {
        for (var span : reading.startingAt(token)) {
            boolean whole = span.type().equals("%refer") && span.to() <= limit;
            boolean near = span.is("%refer.near") && span.to() == limit;
            if ((whole || near) && !reading.covered(token, "actor") && !reading.covered(token, "date")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOtherAct(Scene scene, int token) {
        return scene.acts.stream()
                .anyMatch(a -> a.from() == token && a.value() instanceof Act act && !act.noun() && !act.weak());
    }

    /**
     * The list of what stands before the word and takes the fact from it ("sẽ ký", "sau khi ký", "ngày ký"), the empty text
     * for "việc ký" and "để xây dựng"; null where nothing does.
     */
    private static @Nullable String frame(Scene scene, Span name, Signing signing) {
        var reading = scene.reading;
        int at = signing.from;
        while (at > 0 && AROUND_VERB.contains(reading.lower(at - 1))) {
            at--;
        }
        int least = Math.max(scene.clauseOf(name).from(), at - FRAME);
        for (int i = at - 1; i >= least; i--) {
            var word = reading.key(i);
            if (word.equals(",") || word.equals(":")) {
                break;
            }
            for (var span : reading.startingAt(i)) {
                // Only who signs may stand between: "sau khi hai nước ký".
                if (span.is("%unsigned")
                        && span.to() <= at
                        && !reading.covered(i, "date")
                        && onlyActors(scene, span.to(), at)) {
                    return span.type();
                }
            }
        }
        boolean purpose = reading.lower(at - 1).equals("để");
        boolean light = reading.startingAt(signing.from).stream()
                .noneMatch(s -> s.type().equals("%sign"));
        return (purpose && light) || isNominal(reading, at) ? "" : null;
    }

    private static boolean onlyActors(Scene scene, int from, int to) {
        int i = from;
        while (i < to) {
            int next = i;
            for (var actor : scene.actors) {
                if (actor.from() == i && actor.to() <= to) {
                    next = Math.max(next, actor.to());
                }
            }
            if (next == i) {
                var word = scene.reading.lower(i);
                boolean joins = word.equals("và")
                        || word.equals("-")
                        || word.equals("việc")
                        || word.equals("các")
                        || word.equals("bên");
                if (!joins) {
                    return false;
                }
                next = i + 1;
            }
            i = next;
        }
        return true;
    }

    /** "Việc hai nước ký" names an act of which something is said; "bằng việc ký", "lễ ký" tell it. */
    private static boolean isNominal(Reading reading, int at) {
        for (int i = at - 1; i >= Math.max(0, at - NOMINAL); i--) {
            var word = reading.lower(i);
            if (word.equals(",")) {
                return false;
            }
            if (word.equals("việc")) {
                return !BY_MEANS.contains(reading.lower(i - 1));
            }
        }
        return false;
    }

    /** The passive behind the names: "được ký", "đã được Quốc hội hai nước thông qua". */
    private static @Nullable Signing behind(Scene scene, Span first, Span last) {
        var reading = scene.reading;
        var clause = scene.clauseOf(last);
        var related = related(scene, last);
        if (related != null || startsSubordinate(reading, first.from())) {
            return related;
        }
        var listed = ofListed(scene, first, last);
        if (listed != null) {
            return listed;
        }
        int behind = last.to();
        if (reading.key(behind).equals("(")) {
            while (behind < clause.to() && !reading.key(behind).equals(")")) {
                behind++;
            }
            behind++;
        }
        for (var span : reading.startingAt(Math.min(behind, reading.size() - 1))) {
            // "Tuyên bố chung công bố khi kết thúc chuyến thăm", "Bản ghi nhớ ký giữa hai bộ", "bằng một hiệp ước ký ở
            // Blét".
            boolean places = PLACES.contains(reading.lower(span.to())) || PLACES.contains(reading.lower(span.to() - 1));
            boolean means = places && MEANS.contains(reading.lower(first.from() - 1));
            if (span.is("%sign.bare")
                    && span.from() == behind
                    && (means
                            || AT_TIME.contains(reading.lower(span.to()))
                            || BETWEEN.contains(reading.lower(span.to())))) {
                return new Signing(behind, span.to(), false);
            }
        }
        for (int i = behind; i < Math.min(clause.to(), behind + BEHIND); i++) {
            for (var span : reading.startingAt(i)) {
                if (span.is("%sign.passive")) {
                    return new Signing(i, span.to(), false);
                }
            }
            if (reading.lower(i).equals("được")) {
                for (int k = i + 1; k < Math.min(clause.to(), i + AGENT); k++) {
                    if (reading.key(k).equals(",")) {
                        break;
                    }
                    if (reading.starts(k, "%sign.by")) {
                        return new Signing(k, k + 1, false);
                    }
                }
            }
        }
        return null;
    }

    /** "Hai hiệp định được ký: một về …, một về …": the word behind the number of a list. */
    private static @Nullable Signing ofListed(Scene scene, Span first, Span last) {
        boolean counted = first.value() instanceof InstrumentName n && n.count() > 0;
        return counted && first != last ? behind(scene, first, first) : null;
    }

    /** "Hiệp ước mà A đã ký với B năm …": the word in a clause that says who concluded it. */
    private static @Nullable Signing related(Scene scene, Span name) {
        var reading = scene.reading;
        int end = scene.clauseOf(name).to();
        int from = behindAside(reading, name.to(), end);
        var word = reading.lower(from);
        boolean pair = reading.starts(name.to(), "actor.pair");
        if (!word.equals("mà") && !word.equals("do") && !pair) {
            return null;
        }
        for (int k = from + 1; k < Math.min(end, from + RELATED); k++) {
            for (var span : reading.startingAt(k)) {
                if (span.is("%sign.by")) {
                    return new Signing(k, span.to(), false);
                }
            }
            if (pair
                    && !Character.isLetterOrDigit(reading.key(k).codePointAt(0))
                    && !reading.key(k).equals("-")) {
                return null;
            }
        }
        return null;
    }

    /** ", hiệu lực 15 năm, do …": the token behind a short aside between commas, or the same token. */
    private static int behindAside(Reading reading, int from, int end) {
        if (!reading.key(from).equals(",")) {
            return from;
        }
        for (int i = from + 1; i < Math.min(end, from + ASIDE); i++) {
            if (reading.key(i).equals(",")) {
                var next = reading.lower(i + 1);
                return next.equals("do") || next.equals("mà") ? i + 1 : from;
            }
        }
        return reading.lower(from + 1).equals("do") ? from + 1 : from;
    }

    /** Whether "sau khi" and the like stand directly before a name. */
    private static boolean startsSubordinate(Reading reading, int from) {
        for (int i = Math.max(0, from - 4); i < from; i++) {
            for (var span : reading.startingAt(i)) {
                if (span.is("%unsigned") && from - span.to() <= 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the sentence tells of a series of which no single one is meant: "hằng năm ký". */
    static boolean isRecurring(Scene scene, Span name) {
        var clause = scene.clauseOf(name);
        for (int i = clause.from(); i < clause.to() && i - name.to() < BEHIND; i++) {
            // "…, trung bình mỗi năm …": what a comma parts from the name goes on about something else.
            if (i >= name.to() && scene.reading.key(i).equals(",")) {
                return false;
            }
            if (scene.reading.starts(i, "%recurring")) {
                return true;
            }
        }
        return false;
    }
}
