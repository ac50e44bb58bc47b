package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Measure;
import org.banggiao.mention.Span;
import org.banggiao.quantity.Money;
import org.banggiao.text.Sentence;
import org.banggiao.time.DateInterval;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Makes aid flows of what a sentence says was given: one for each sum or counted thing, or one for what is named. */
final class AidReader {
    private static final int WHAT = 14;
    private static final int NAMED = 8;
    private static final int LONGEST_CONTEXT_YEARS = 12;
    private static final List<String> CATEGORIES =
            List.of("military", "humanitarian", "training", "infrastructure", "technical", "economic");

    private final Scene scene;
    private @Nullable Sentence mark;
    private AidFlow.Status told = AidFlow.Status.DISBURSED;
    private AidFlow.Terms inherited = AidFlow.Terms.UNSPECIFIED;

    private record Period(
            HistoricalDate date,
            @Nullable String printed,
            @Nullable Sentence context,
            String rule,
            @Nullable Span span) {
        Period(HistoricalDate date, @Nullable String printed, @Nullable Sentence context, String rule) {
            this(date, printed, context, rule, null);
        }
    }

    private AidReader(Scene scene) {
        this.scene = scene;
    }

    static List<Claim> read(Scene scene, AidRoles.Memory memory) {
        return new AidReader(scene).read(memory);
    }

    private List<Claim> read(AidRoles.Memory memory) {
        var claims = new ArrayList<Claim>();
        var sentence = scene.sentence();
        mark = scene.markOf(sentence);
        var earlier = mark == null ? memory.before(sentence) : memory.of(mark.number());
        inherited = mark == null ? AidFlow.Terms.UNSPECIFIED : memory.termsOf(mark.number());
        // Figures in a note stand for themselves: who gave to whom is said where its mark is.
        AidRoles before = (mark == null && !opensList()) || earlier == null ? null : earlier.fromContext(scene);
        for (var clause : scene.clauses) {
            if (has(clause, "%trade")) {
                continue;
            }
            var words = scene.reading.all("aid").stream()
                    .filter(a -> clause.holds(a.from()) && !scene.reading.isQuoted(a.from()))
                    .filter(a -> scene.instruments.stream().noneMatch(i -> i.overlaps(a)))
                    .toList();
            if (words.isEmpty() && before == null) {
                continue;
            }
            for (var part : parts(clause, words)) {
                var word = part.word();
                var roles = word == null
                        ? before
                        : AidRoles.of(scene, word, part.stretch(), before != null ? before : earlier);
                if (roles != null) {
                    var found = flows(part.stretch(), word, roles);
                    claims.addAll(found);
                    before = roles;
                    memory.keep(roles, terms(part.stretch()), sentence, !found.isEmpty());
                }
            }
        }
        return claims;
    }

    private record Part(Clause stretch, @Nullable Span word) {}

    /** A clause, parted before each word of giving that follows a comma or "và". */
    private List<Part> parts(Clause clause, List<Span> words) {
        if (words.isEmpty()) {
            return List.of(new Part(clause, null));
        }
        var parts = new ArrayList<Part>();
        int from = clause.from();
        var word = words.get(0);
        for (var next : words.subList(1, words.size())) {
            var mark = scene.reading.lower(next.from() - 1);
            if (mark.equals(",") || mark.equals("và")) {
                parts.add(new Part(new Clause(from, next.from()), word));
                from = next.from();
                word = next;
            }
        }
        parts.add(new Part(new Clause(from, clause.to()), word));
        return parts;
    }

    private List<Claim> flows(Clause clause, @Nullable Span word, AidRoles roles) {
        var claims = new ArrayList<Claim>();
        boolean habit = has(clause, "%habit");
        for (var chunk : chunks(clause)) {
            var money = inside("money", chunk);
            var measures = inside("measure", chunk).stream()
                    .filter(m -> money.stream().noneMatch(m::overlaps))
                    .filter(m -> isShareOfAid(m))
                    .toList();
            boolean vague = !claims.isEmpty() && scene.reading.starts(chunk.from(), "%vague");
            if (money.isEmpty() && measures.isEmpty() && !vague) {
                continue;
            }
            var anchor = !money.isEmpty()
                    ? money.get(0)
                    : !measures.isEmpty()
                            ? measures.get(0)
                            : Span.of(chunk.from(), chunk.from() + 1, "chunk", null, "aid.list");
            var period = period(anchor);
            if (period != null) {
                claims.add(claim(chunk, clause, word, roles, period, money, measures));
            }
        }
        if (word != null || isListed(clause)) {
            claims.addAll(listed(clause, word, roles));
        }
        if (claims.isEmpty() && word != null && !habit) {
            var period = period(word);
            if (period != null
                    && (word.rule().equals("aid.passive") || isConcrete(word, clause, period.printed() != null))) {
                var chunk = word.rule().equals("aid.passive")
                        ? new Clause(stretchBefore(word, clause), word.from())
                        : new Clause(word.from(), Math.min(clause.to(), word.to() + WHAT));
                claims.add(claim(chunk, clause, word, roles, period, List.of(), List.of()));
            }
        }
        return claims;
    }

    /** Whether the sentence opens a list of its own with a colon, such as "có thể kể:". */
    private boolean opensList() {
        for (int i = 1; i < scene.reading.size(); i++) {
            if (scene.reading.key(i).equals(":")) {
                return scene.clauses.size() > 1 && scene.reading.ends(i, "%list.opener");
            }
        }
        return false;
    }

    /** The token behind the colon that opens a list of things in a sentence of several clauses, or -1. */
    private int listStart() {
        if (scene.clauses.size() < 2) {
            return -1;
        }
        var first = scene.clauses.get(0);
        for (int i = first.from(); i < first.to(); i++) {
            if (scene.reading.key(i).equals(":")) {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean isListed(Clause clause) {
        int start = listStart();
        return start >= 0 && clause.from() >= start;
    }

    /** Of a list behind a colon the thing without a figure that a clause names, as a flow. */
    private List<Claim> listed(Clause clause, @Nullable Span word, AidRoles roles) {
        int start = listStart();
        boolean opening = start > 0 && clause.holds(start) && (word == null || word.to() < start);
        if (start < 0 || !(opening || (word == null && clause.from() >= start))) {
            return List.of();
        }
        var thing = new Clause(opening ? start : clause.from(), clause.to());
        boolean figures =
                !inside("money", thing).isEmpty() || !inside("measure", thing).isEmpty();
        boolean acts = scene.acts.stream().anyMatch(a -> thing.holds(a.from()))
                || scene.instruments.stream().anyMatch(i -> thing.holds(i.from()));
        if (figures || acts || thing.to() - thing.from() > WHAT || !isThing(thing)) {
            return List.of();
        }
        var period = period(Span.of(thing.from(), thing.from() + 1, "chunk", null, "aid.list"));
        return period == null ? List.of() : List.of(claim(thing, clause, word, roles, period, List.of(), List.of()));
    }

    private boolean isThing(Clause stretch) {
        return CATEGORIES.stream().anyMatch(c -> has(stretch, "%category." + c));
    }

    /** Where the stretch behind the last comma before a word begins. */
    private int stretchBefore(Span word, Clause clause) {
        int from = word.from();
        while (from > clause.from() && !scene.reading.key(from - 1).equals(",")) {
            from--;
        }
        return from;
    }

    /** A percentage counts only as a share of aid; every other measure does. */
    private boolean isShareOfAid(Span span) {
        if (!(span.value() instanceof Measure m) || !m.unit().equals("%")) {
            return true;
        }
        for (int i = span.to(); i < Math.min(scene.reading.size(), span.to() + 6); i++) {
            if (scene.reading.lower(i).equals("trợ")) {
                return true;
            }
        }
        return false;
    }

    /** Stretches of a clause between commas and "và". */
    private List<Clause> chunks(Clause clause) {
        var chunks = new ArrayList<Clause>();
        int from = clause.from();
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean part =
                    scene.reading.key(i).equals(",") || scene.reading.lower(i).equals("và");
            if (part && i > from) {
                chunks.add(new Clause(from, i));
                from = i + 1;
            }
        }
        if (from < clause.to()) {
            chunks.add(new Clause(from, clause.to()));
        }
        return chunks;
    }

    private List<Span> inside(String type, Clause stretch) {
        return scene.reading.all(type).stream()
                .filter(s -> s.from() >= stretch.from() && s.to() <= stretch.to())
                .filter(s -> scene.instruments.stream().noneMatch(i -> i.overlaps(s)))
                .toList();
    }

    private boolean has(Clause clause, String list) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (scene.reading.starts(i, list)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a word of giving without figures names what was given: with a date of its own it is enough that its kind is known;
     * where context gives the period it must be a thing with a name.
     */
    private boolean isConcrete(Span word, Clause clause, boolean dated) {
        if (!(word.value() instanceof Aid aid) || aid.needs().equals("quantity")) {
            return false;
        }
        int end = Math.min(clause.to(), word.to() + (dated ? WHAT : NAMED));
        for (int i = word.to(); i < end; i++) {
            for (var category : CATEGORIES) {
                boolean listed = scene.reading.starts(i, "%category." + category);
                boolean named = scene.reading.token(i).isCapitalised() && category.equals("infrastructure");
                boolean skill = category.equals("technical") || category.equals("training");
                if (listed && (dated || named || skill)) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Period period(Span anchor) {
        var dated = scene.linker.of(anchor);
        if (!dated.isEmpty()) {
            var one = dated.get(0);
            return new Period(
                    one.date(),
                    one.isRelative() ? null : scene.reading.words(one.span()),
                    one.isRelative() ? one.context() : null,
                    one.span().rule(),
                    one.span());
        }
        var sentence = scene.sentence();
        var last = scene.timeline.before(sentence);
        var earlier = scene.before;
        boolean next = earlier != null
                && last != null
                && last.sentence().number() == earlier.sentence().number()
                && earlier.sentence().paragraph() == sentence.paragraph();
        if (next && last != null && (!(last.date() instanceof DateInterval) || isShort(last.date()))) {
            return new Period(last.date(), null, last.sentence(), "context.before");
        }
        var period = scene.timeline.periodBefore(sentence);
        if (period != null && isShort(period.date())) {
            return new Period(period.date(), null, period.sentence(), "context.period");
        }
        var years = scene.timeline.sectionYears(sentence);
        return years != null && isShort(years) ? new Period(years, null, sentence, "context.section") : null;
    }

    private static boolean isShort(HistoricalDate date) {
        return date instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isPresent()
                && i.end().get().year() - i.start().get().year() <= LONGEST_CONTEXT_YEARS;
    }

    private AidFlow claim(
            Clause chunk,
            Clause clause,
            @Nullable Span word,
            AidRoles roles,
            Period period,
            List<Span> money,
            List<Span> measures) {
        var derived = new TreeSet<String>();
        var context = new ArrayList<Passage>();
        if (period.printed() == null) {
            derived.add("date");
            var sentence = period.context();
            if (sentence != null && sentence.number() != scene.sentence().number()) {
                context.add(scene.evidence.passage(sentence));
            }
        }
        var terms = terms(clause);
        if (terms == AidFlow.Terms.UNSPECIFIED && inherited != terms) {
            terms = inherited;
            derived.add("terms");
        }
        if (mark != null && context.isEmpty()) {
            context.add(scene.evidence.passage(mark));
        }
        if (roles.donors().stream().anyMatch(a -> a.printed() == null)) {
            derived.add("donors");
        }
        if (roles.recipients().stream().anyMatch(a -> a.printed() == null)) {
            derived.add("recipients");
        }
        var rule = word == null ? "aid.list" : word.rule();
        var said = new Said(
                scene.evidence.id(scene.sentence(), "aidflow", scene.reading.words(chunk.from(), chunk.to())),
                passage(chunk, word, roles, period),
                context,
                Said.Polarity.AFFIRMED,
                Said.Factuality.ACTUAL,
                scene.source(clause),
                List.of(rule, period.rule()),
                derived,
                Confidence.of(rule, derived));
        var spans = new ArrayList<Span>();
        if (word != null) {
            spans.add(word);
        }
        if (period.span() != null) {
            spans.add(period.span());
        }
        scene.uses(said.id(), spans);
        return new AidFlow(
                said,
                roles.donors(),
                roles.recipients(),
                category(chunk, clause, word),
                status(word, clause),
                terms,
                sums(money),
                AidItems.of(scene, chunk, measures, money.isEmpty()),
                period.date(),
                period.printed() == null ? null : EventReader.shorten(period.printed()),
                under(clause));
    }

    /** The instrument that a clause gives as ground, by the first words of its name; null where it gives none. */
    private @Nullable String under(Clause clause) {
        for (var span : scene.instruments) {
            boolean ground = clause.holds(span.from())
                    && (scene.reading.lower(span.from() - 1).equals("theo")
                            || scene.reading.lower(span.from() - 1).equals("khổ"));
            if (ground) {
                return Phrase.name(scene.reading, span);
            }
        }
        return null;
    }

    private Passage passage(Clause chunk, @Nullable Span word, AidRoles roles, Period period) {
        int from = word == null ? chunk.from() : Math.min(chunk.from(), word.from());
        int to = word == null ? chunk.to() : Math.max(chunk.to(), word.to());
        if (period.span() != null) {
            from = Math.min(from, period.span().from());
            to = Math.max(to, period.span().to());
        }
        for (var actor : scene.actors) {
            boolean acts =
                    roles.donors().contains(actor.ref()) || roles.recipients().contains(actor.ref());
            if (acts && actor.byName()) {
                from = Math.min(from, actor.from());
                to = Math.max(to, actor.to());
            }
        }
        return scene.evidence.passage(scene.reading, Evidence.stretch(scene.reading, from, to));
    }

    private static List<Money> sums(List<Span> money) {
        var sums = new ArrayList<Money>();
        for (var span : money) {
            if (span.value() instanceof Money m && !sums.contains(m)) {
                sums.add(m);
            }
        }
        return sums;
    }

    private AidFlow.Category category(Clause chunk, Clause clause, @Nullable Span word) {
        for (var stretch : List.of(chunk, clause)) {
            for (var category : CATEGORIES) {
                if (has(stretch, "%category." + category)) {
                    return AidFlow.Category.valueOf(category.toUpperCase(java.util.Locale.ROOT));
                }
            }
        }
        return AidFlow.Category.UNSPECIFIED;
    }

    private AidFlow.Status status(@Nullable Span word, Clause clause) {
        if (word == null) {
            return told;
        }
        told = told(word, clause);
        return told;
    }

    private AidFlow.Status told(Span word, Clause clause) {
        var near = new Clause(Math.max(clause.from(), word.from() - 6), word.to());
        if (has(near, "%carry.out") && !has(near, "%withhold")) {
            return AidFlow.Status.DISBURSED;
        }
        if (has(near, "%withhold")) {
            return AidFlow.Status.WITHHELD;
        }
        if (has(near, "%request")) {
            return AidFlow.Status.REQUESTED;
        }
        return has(near, "%commit") ? AidFlow.Status.COMMITTED : AidFlow.Status.DISBURSED;
    }

    private AidFlow.Terms terms(Clause clause) {
        boolean grant = has(clause, "%grant");
        boolean loan = has(clause, "%loan");
        return grant && loan
                ? AidFlow.Terms.MIXED
                : grant ? AidFlow.Terms.GRANT : loan ? AidFlow.Terms.LOAN : AidFlow.Terms.UNSPECIFIED;
    }
}
