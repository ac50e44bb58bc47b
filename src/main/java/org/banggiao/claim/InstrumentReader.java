package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.Span;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Makes claims of the instruments that a sentence names. */
final class InstrumentReader {
    private static final int CHAIN = 16;
    private static final int LISTED = 40;
    private static final int ADDED = 3;
    private static final int SHORT = 5;
    private static final int CITED_FROM = 2;

    private final Scene scene;
    private final InstrumentMemory memory;
    private final InstrumentDates dates;
    private final InstrumentClaims out;
    private final Set<Timeline.Dated> claimed = new HashSet<>();
    private Timeline.@Nullable Dated lastDated;

    private InstrumentReader(Scene scene, InstrumentMemory memory) {
        this.scene = scene;
        this.memory = memory;
        dates = new InstrumentDates(scene);
        out = new InstrumentClaims(scene, dates, memory);
    }

    /** The claims of a sentence; what they name is kept for the sentences behind it. */
    static List<Claim> read(Scene scene, InstrumentMemory memory) {
        if (scene.instruments.isEmpty()) {
            return List.of();
        }
        var reader = new InstrumentReader(scene, memory);
        var chains = reader.chains();
        chains.forEach(reader::claimDates);
        chains.forEach(reader::readChain);
        for (var claim : reader.out.claims()) {
            if (claim instanceof Instrument i) {
                memory.add(scene.sentence(), i);
            }
        }
        return reader.out.claims();
    }

    /** The instrument that a reference to literature begins with: "Tuyên bố chung …, báo …, ngày …". */
    static List<Claim> readCited(Scene scene, InstrumentMemory memory) {
        var names = scene.instruments;
        if (names.isEmpty() || names.get(0).from() > CITED_FROM) {
            return List.of();
        }
        var reader = new InstrumentReader(scene, memory);
        var name = name(names.get(0));
        var own = reader.dates.own(names.get(0), false, null);
        if (name.named() && !name.plural() && own.size() == 1) {
            var it = new InstrumentClaims.Named(names.get(0), name, null, names.get(0));
            var known = memory.undatedAt(scene.markOf(scene.sentence()), InstrumentType.parse(name.type()));
            reader.out.add(it, own.get(0), null, known);
        }
        return reader.out.claims();
    }

    /** The names that nothing but marks, "và" and plural words part, together. */
    private List<List<Span>> chains() {
        var chains = new ArrayList<List<Span>>();
        Span previous = null;
        for (var span : scene.instruments) {
            if (previous == null || !isChained(previous, span)) {
                chains.add(new ArrayList<>());
            }
            chains.get(chains.size() - 1).add(span);
            previous = span;
        }
        return chains;
    }

    private boolean isChained(Span a, Span b) {
        boolean colon = false;
        boolean item = false;
        for (int i = a.to(); i < b.from(); i++) {
            // "…; - 18-1-1974: Hiệp định …" opens an item of a chronicle.
            item |= scene.reading.key(i).equals(";");
            if (scene.reading.key(i).equals(":")) {
                if (item && scene.reading.covered(i - 1, "date")) {
                    return false;
                }
                colon = true;
            }
        }
        boolean lists = colon && name(a).plural();
        if (b.from() - a.to() > (lists ? LISTED : CHAIN)) {
            return false;
        }
        if (!colon && scene.reading.key(b.from() - 1).equals(";")) {
            // "…; hiệp định có hiệu lực từ": no other one.
            return name(b).named() || name(b).capitalised();
        }
        if (colon) {
            return true;
        }
        int words = 0;
        for (int i = a.to(); i < b.from(); i++) {
            boolean mark = ",;()\"".contains(scene.reading.key(i))
                    || List.of("và", "cùng", "ra", "ký", "kết").contains(scene.reading.lower(i));
            boolean date = scene.reading.covered(i, "date");
            words += mark || date ? 0 : 1;
        }
        return words <= 1;
    }

    private static InstrumentName name(Span span) {
        return (InstrumentName) java.util.Objects.requireNonNull(span.value());
    }

    /** Dates that stand with a name are not those of another. */
    private void claimDates(List<Span> chain) {
        var signing = Signing.of(scene, chain.get(0), chain.get(chain.size() - 1));
        for (var span : chain) {
            claimed.addAll(dates.own(span, name(span).plural(), signing));
        }
    }

    private void readChain(List<Span> chain) {
        var first = chain.get(0);
        var last = chain.get(chain.size() - 1);
        var signing = Signing.of(scene, first, last);
        // "Hiệp định ngày … gồm hai văn kiện: …": its parts were signed with it.
        boolean parts = scene.reading.lower(first.from() - 1).equals("gồm");
        Timeline.Dated shared = parts ? lastDated : sharedBehind(chain, signing);
        var kept = dates.ofAnniversary(first);
        boolean previousPlural = false;
        Span previous = first;
        for (var span : chain) {
            var name = name(span);
            var own = dates.own(span, name.plural(), signing);
            List<Timeline.Dated> dated = own;
            if (dated.isEmpty() && shared == null && lastDated != null && isAdded(span)) {
                dated = List.of(lastDated);
            } else if (dated.isEmpty() && shared != null) {
                dated = List.of(shared);
            } else if (dated.isEmpty() && kept != null) {
                dated = List.of(kept);
            } else if (dated.isEmpty() && signing != null) {
                dated = dates.ofSignature(span, first, claimed);
            }
            lastDated = dated.isEmpty() ? lastDated : dated.get(0);
            if ((own.isEmpty() || name.plural()) && !dated.isEmpty()) {
                shared = dated.get(0);
            }
            boolean bare = !name.named() || (!name.capitalised() && own.isEmpty());
            boolean plural = name.plural() || (previousPlural && bare && isJoined(previous, span));
            previousPlural = plural;
            previous = span;
            read(new InstrumentClaims.Named(span, name, signing, first), plural, own, dated, chain);
        }
    }

    /** "…, kèm một nghị định thư": whether a name is added to the one before it. */
    private boolean isAdded(Span span) {
        for (int i = span.from() - 1; i >= Math.max(0, span.from() - ADDED); i--) {
            if (scene.reading.lower(i).equals("kèm")) {
                return true;
            }
        }
        return false;
    }

    /** Whether only "và" and commas stand between two names, so that what counts the first counts the second. */
    private boolean isJoined(Span a, Span b) {
        for (int i = a.to(); i < b.from(); i++) {
            var word = scene.reading.lower(i);
            if (!word.equals("và") && !word.equals(",") && !scene.reading.starts(i, "%plural")) {
                return false;
            }
        }
        return true;
    }

    private void read(
            InstrumentClaims.Named it,
            boolean plural,
            List<Timeline.Dated> own,
            List<Timeline.Dated> dated,
            List<Span> chain) {
        var name = it.name();
        if (plural && !isOfPlace(it.span())) {
            // "các thỏa thuận (tháng 3 năm 1993, tháng 3 năm 1994)": one for each date.
            var terms = InstrumentTerm.listed(scene, it.span());
            if (own.size() > 1) {
                own.forEach(one -> out.add(it, one));
            } else if (terms.size() > 1) {
                terms.forEach(term -> out.add(it, dated.isEmpty() ? null : dated.get(0), term.date()));
            }
            return;
        }
        if (name.count() > 0) {
            boolean listed = it.span() != chain.get(chain.size() - 1) || behindColon(it.span());
            if (it.signing() != null && !dated.isEmpty() && !listed) {
                out.add(it, dated.get(0));
            }
            return;
        }
        boolean concluded = it.signing() != null;
        if (!concluded && !name.capitalised() && Signing.mode(scene, it.first()) != null) {
            // "Đàm phán về một hiệp định từ năm 1972": there is none yet, and the date is that of the talks.
            return;
        }
        if (name.anaphor() || !name.named()) {
            readUnnamed(it, own, dated);
            return;
        }
        if (own.isEmpty() && (isPredicate(it.span()) || Signing.isRecurring(scene, it.span()))) {
            return;
        }
        boolean verb = it.signing() != null && it.signing().from() == it.span().from();
        if (!isName(it, concluded, own) || (verb && dated.isEmpty())) {
            return;
        }
        if (dated.isEmpty()) {
            out.add(it, null);
        }
        for (var one : dated) {
            out.add(it, one);
        }
    }

    /** Whether words that can mean any such thing name one: written as a name, concluded, dated, or between two sides about something. */
    private boolean isName(InstrumentClaims.Named it, boolean concluded, List<Timeline.Dated> own) {
        if (it.span().rule().equals("instrument.declaration")) {
            return isOfTwo(it) || isSigned(it);
        }
        if (it.span().rule().equals("instrument.place-statement")) {
            return concluded || !own.isEmpty();
        }
        boolean plan = it.name().type().equals("plan");
        if (!own.isEmpty() || (it.name().capitalised() && !plan)) {
            return true;
        }
        boolean years = InstrumentTerm.inName(scene, it.span()) != null;
        if (!plan && it.span().to() - it.span().from() <= SHORT) {
            // "Theo bản ghi nhớ năm 1988": a year tells it from others.
            var year = dates.yearInName(it.span());
            if (year != null && !memory.holds(InstrumentType.parse(it.name().type()), year)) {
                return true;
            }
        }
        boolean sides = scene.actorsIn(it.span().from(), it.span().to()).size() >= 2;
        if (plan) {
            boolean opens = it.span().from() == 0;
            return years
                    || (concluded && (sides || it.name().capitalised() || isOfTwo(it)))
                    || (it.name().capitalised() && sides && !opens);
        }
        return concluded || years || (sides && holds(it.span(), "về") && holds(it.span(), "giữa"));
    }

    /** Whether a word stands for signing alone: what one signs is not by oneself. */
    private boolean isSigned(InstrumentClaims.Named it) {
        return it.signing() != null
                && scene.reading.startingAt(it.signing().from()).stream()
                        .anyMatch(s -> s.type().equals("%sign") || s.is("%sign.passive"));
    }

    /** "Các Hiệp định Duyrích (1959) và Luân Đôn": a place tells one of several. */
    private boolean isOfPlace(Span span) {
        return name(span).capitalised()
                && scene.reading.all("place").stream()
                        .anyMatch(p -> p.from() == span.from() + 2 && p.to() == span.to());
    }

    /** Whether two or more are named, or called "the two sides", before the word of signing. */
    private boolean isOfTwo(InstrumentClaims.Named it) {
        var signing = it.signing();
        return signing != null
                && signing.active()
                && scene.actors.stream()
                                .filter(a -> a.to() <= signing.from())
                                .map(a -> a.ref().code())
                                .distinct()
                                .count()
                        >= 2;
    }

    private boolean holds(Span span, String word) {
        for (int i = span.from(); i < span.to(); i++) {
            if (scene.reading.lower(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** "Hiệp ước này có giá trị 25 năm": one named before, of which something is said; else one only known by its date. */
    private void readUnnamed(InstrumentClaims.Named it, List<Timeline.Dated> own, List<Timeline.Dated> dated) {
        var type = InstrumentType.parse(it.name().type());
        boolean concluded = it.signing() != null;
        if (own.stream().anyMatch(InstrumentDates::isCounted)) {
            return;
        }
        var known = memory.last(type, scene);
        if (known != null && !own.isEmpty() && contradicts(known, own.get(0).date())) {
            known = null;
        }
        boolean holds = !InstrumentProvisions.of(scene, it.span(), null).equals(Provisions.NONE);
        boolean passive = it.signing() != null && !it.signing().active();
        if (known != null
                && (it.name().anaphor() || it.name().capitalised())
                && (holds || (passive && own.isEmpty()))) {
            out.addFurther(it, known);
        } else if (!it.name().anaphor() && concluded && !dated.isEmpty()) {
            dated.forEach(one -> out.add(it, one));
        } else if (!it.name().anaphor()
                && !own.isEmpty()
                && (it.name().capitalised() || own.stream().allMatch(d -> isKnownBy(d, type)))) {
            own.forEach(one -> out.add(it, one));
        }
    }

    /** Whether a date tells one from others: a day or month, a year with those between whom it is, or one of which none was named. */
    private boolean isKnownBy(Timeline.Dated dated, InstrumentType type) {
        return InstrumentDates.isFine(dated)
                || scene.reading.lower(dated.span().to()).equals("giữa")
                || (dated.date() instanceof DatePoint && !memory.holds(type, dated.date()));
    }

    private static boolean contradicts(Instrument known, HistoricalDate date) {
        var other = known.date();
        return other == null || (!other.isWithin(date) && !date.isWithin(other));
    }

    /** A date in brackets or with "ký" behind the last name of a list is that of all that have none of their own. */
    private Timeline.@Nullable Dated sharedBehind(List<Span> chain, @Nullable Signing signing) {
        if (chain.size() < 2 || signing != null && signing.active()) {
            return null;
        }
        for (var span : chain.subList(0, chain.size() - 1)) {
            if (!dates.own(span, false, signing).isEmpty() || name(span).plural()) {
                return null;
            }
        }
        var last = chain.get(chain.size() - 1);
        int from = chain.get(0).from();
        boolean day = scene.reading.ends(from, "%sign")
                && scene.reading.lower(from - 2).equals("ngày");
        boolean signed = day
                || scene.reading.starts(last.to(), "%sign.bare")
                || scene.reading.starts(last.to(), "%sign.passive")
                || scene.reading.starts(last.to() + 1, "%sign.bare");
        var own = signed ? dates.own(last, false, signing) : List.<Timeline.Dated>of();
        return own.isEmpty() ? null : own.get(0);
    }

    private boolean behindColon(Span span) {
        return scene.reading.key(span.to()).equals(":")
                || scene.reading.lower(span.to()).equals("là");
    }

    /** "… là Hiệp ước toàn diện": says of an instrument what it is. */
    private boolean isPredicate(Span span) {
        if (!scene.reading.lower(span.from() - 1).equals("là")) {
            return false;
        }
        var clause = scene.clauseOf(span);
        return scene.instruments.stream()
                .anyMatch(i -> i.from() >= clause.from()
                        && i.to() < span.from()
                        && name(i).type().equals(name(span).type()));
    }
}
