package org.banggiao.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final int REACH = 22;
    private static final int WHAT = 14;
    private static final int LONGEST_CONTEXT_YEARS = 12;
    private static final List<String> CATEGORIES =
            List.of("military", "humanitarian", "training", "infrastructure", "technical", "economic");

    private final Scene scene;

    private record Roles(List<ActorRef> donors, List<ActorRef> recipients) {}

    private record Period(
            HistoricalDate date,
            @Nullable String printed,
            @Nullable Sentence context,
            String rule) {}

    private AidReader(Scene scene) {
        this.scene = scene;
    }

    static List<Claim> read(Scene scene) {
        return new AidReader(scene).read();
    }

    private List<Claim> read() {
        var claims = new ArrayList<Claim>();
        Roles before = null;
        for (var clause : scene.clauses) {
            var words = scene.reading.all("aid").stream()
                    .filter(a -> clause.holds(a.from()) && !scene.reading.isQuoted(a.from()))
                    .filter(a -> scene.instruments.stream().noneMatch(i -> i.overlaps(a)))
                    .toList();
            if (words.isEmpty() && before == null) {
                continue;
            }
            var word = words.isEmpty() ? null : words.get(0);
            var roles = word == null ? before : roles(word, clause);
            if (roles == null) {
                continue;
            }
            before = roles;
            if (has(clause, "%trade")) {
                continue;
            }
            claims.addAll(flows(clause, word, roles));
        }
        return claims;
    }

    private List<Claim> flows(Clause clause, @Nullable Span word, Roles roles) {
        var claims = new ArrayList<Claim>();
        var chunks = chunks(clause);
        for (var chunk : chunks) {
            var money = inside("money", chunk);
            var measures = inside("measure", chunk).stream()
                    .filter(m -> money.stream().noneMatch(m::overlaps))
                    .toList();
            if (money.isEmpty() && measures.isEmpty()) {
                continue;
            }
            var anchor = money.isEmpty() ? measures.get(0) : money.get(0);
            var period = period(anchor);
            if (period == null) {
                continue;
            }
            claims.add(claim(chunk, clause, word, roles, period, money, measures));
        }
        if (claims.isEmpty() && word != null && isConcrete(word, clause)) {
            var period = period(word);
            if (period != null) {
                var chunk = new Clause(word.from(), Math.min(clause.to(), word.to() + WHAT));
                claims.add(claim(chunk, clause, word, roles, period, List.of(), List.of()));
            }
        }
        return claims;
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

    private boolean isConcrete(Span word, Clause clause) {
        if (!(word.value() instanceof Aid aid) || aid.needs().equals("quantity")) {
            return false;
        }
        for (int i = word.to(); i < Math.min(clause.to(), word.to() + WHAT); i++) {
            for (var category : CATEGORIES) {
                if (scene.reading.starts(i, "%category." + category)) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Roles roles(Span word, Clause clause) {
        if (!(word.value() instanceof Aid aid)) {
            return null;
        }
        var subject = group(scene.lastGroup(clause.from(), word.from()), clause.from(), word.from(), true);
        if (subject.isEmpty()) {
            subject = group(scene.lastGroup(0, word.from()), 0, word.from(), true);
        }
        int end = Math.min(clause.to(), word.to() + REACH);
        var object = group(scene.firstGroup(word.from(), end), word.to(), end, false);
        var first = aid.receives() ? object : subject;
        var second = aid.receives() ? subject : object;
        var donors = new ArrayList<>(first);
        var recipients = new ArrayList<>(second);
        recipients.removeIf(r -> donors.stream().anyMatch(d -> d.code().equals(r.code())) && donors.size() > 1);
        if (aid.needs().equals("recipient") && object.isEmpty()) {
            return null;
        }
        complete(donors, recipients);
        return donors.isEmpty() || recipients.isEmpty() || same(donors, recipients)
                ? null
                : new Roles(List.copyOf(donors), List.copyOf(recipients));
    }

    private static boolean same(List<ActorRef> a, List<ActorRef> b) {
        return a.stream()
                .map(ActorRef::code)
                .toList()
                .equals(b.stream().map(ActorRef::code).toList());
    }

    /** A side that is not named is the other of the two that the document speaks of. */
    private void complete(List<ActorRef> donors, List<ActorRef> recipients) {
        if (donors.isEmpty() && recipients.isEmpty()) {
            return;
        }
        if (donors.isEmpty()) {
            other(recipients).ifPresent(donors::add);
        } else if (recipients.isEmpty() || same(donors, recipients)) {
            recipients.clear();
            other(donors).ifPresent(recipients::add);
        }
    }

    private java.util.Optional<ActorRef> other(List<ActorRef> known) {
        return scene.sides.pair().stream()
                .filter(c -> known.stream().noneMatch(k -> k.code().equals(c)))
                .filter(c -> known.stream().allMatch(k -> scene.sides.pair().contains(k.code())))
                .findFirst()
                .map(scene.sides::contextual);
    }

    /** Named actors, or the country of the place named nearest to the word. */
    private List<ActorRef> group(List<ActorRef> named, int from, int to, boolean last) {
        if (!named.isEmpty()) {
            return named;
        }
        var places = scene.reading.all("place").stream()
                .filter(p -> p.from() >= from && p.to() <= to)
                .toList();
        if (places.isEmpty()) {
            return List.of();
        }
        var code = scene.sides.countryOf(places.get(last ? places.size() - 1 : 0));
        return code == null ? List.of() : List.of(scene.sides.contextual(code));
    }

    private @Nullable Period period(Span anchor) {
        var dated = scene.linker.of(anchor);
        if (!dated.isEmpty()) {
            var one = dated.get(0);
            return new Period(
                    one.date(),
                    one.isRelative() ? null : scene.reading.words(one.span()),
                    one.isRelative() ? one.context() : null,
                    one.span().rule());
        }
        var sentence = scene.sentence();
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
            Roles roles,
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
        if (roles.donors().stream().anyMatch(a -> a.printed() == null)) {
            derived.add("donors");
        }
        if (roles.recipients().stream().anyMatch(a -> a.printed() == null)) {
            derived.add("recipients");
        }
        var rule = word == null ? "aid.list" : word.rule();
        var said = new Said(
                scene.evidence.id(scene.sentence(), "aidflow", scene.reading.words(chunk.from(), chunk.to())),
                scene.evidence.passage(scene.sentence()),
                context,
                Said.Polarity.AFFIRMED,
                Said.Factuality.ACTUAL,
                null,
                List.of(rule, period.rule()),
                derived,
                Confidence.of(rule, derived));
        return new AidFlow(
                said,
                roles.donors(),
                roles.recipients(),
                category(chunk, clause, word),
                status(word, clause),
                terms(clause),
                sums(money),
                items(chunk, measures, money.isEmpty()),
                period.date(),
                period.printed() == null ? null : EventReader.shorten(period.printed()),
                null);
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

    private List<AidFlow.Item> items(Clause chunk, List<Span> measures, boolean withoutMoney) {
        var items = new LinkedHashMap<String, AidFlow.Item>();
        for (var span : measures) {
            if (span.value() instanceof Measure m) {
                var what = scene.reading.words(span.to() - 1, Math.min(chunk.to(), span.to() + WHAT));
                items.put(what, new AidFlow.Item(m.amount(), m.unit(), EventReader.shorten(what)));
            }
        }
        if (items.isEmpty() && withoutMoney) {
            var what = EventReader.shorten(scene.reading.words(chunk.from(), chunk.to()));
            items.put(what, new AidFlow.Item(null, null, what));
        }
        return List.copyOf(items.values());
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
            return AidFlow.Status.DISBURSED;
        }
        var near = new Clause(Math.max(clause.from(), word.from() - 6), word.to());
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
