package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Measure;
import org.banggiao.mention.Span;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Makes aid flows of what a sentence says was given: one for each sum or counted thing, or one for what is named. A clause is
 * taken in parts, one for each word of giving, and a part in the chunks that it lists.
 */
final class AidReader {
    private static final int WHAT = 14;
    private static final int NAMED = 8;
    private static final int NEAR = 6;
    private static final int TITLE = 25;
    private static final Set<String> NEEDS_FIGURES = Set.of("quantity", "goods", "people");

    private final Scene scene;
    private final AidParts parts;
    private final AidStage stage;
    private final AidPurpose purpose;
    private final AidMemory memory;
    private final @Nullable Sentence mark;
    private final AidMemory.@Nullable Kept earlier;
    private final AidClaims claims;
    private final List<AidFlow> found = new ArrayList<>();

    private AidReader(Scene scene, AidMemory memory) {
        this.scene = scene;
        this.memory = memory;
        stage = new AidStage(scene.reading);
        purpose = new AidPurpose(scene.reading);
        parts = new AidParts(scene);
        var sentence = scene.sentence();
        mark = scene.markOf(sentence);
        earlier = mark == null ? memory.before(sentence) : memory.of(mark.number());
        var inherited = mark == null || earlier == null ? memory.headingTerms(sentence) : earlier.terms();
        claims = new AidClaims(scene, parts, stage, purpose, memory, inherited);
    }

    static List<Claim> read(Scene scene, AidMemory memory) {
        return List.copyOf(new AidReader(scene, memory).read());
    }

    /** Takes note of what a heading says of the aid below it. */
    static void heading(org.banggiao.mention.Reading reading, AidMemory memory) {
        memory.heading(reading.sentence(), new AidStage(reading).terms(0, reading.size()));
    }

    private List<AidFlow> read() {
        var sentence = scene.sentence();
        if (isTitle()) {
            memory.heading(sentence, claims.terms(new Clause(0, scene.reading.size())));
        }
        // Figures in a note stand for themselves: who gave to whom is said where its mark is.
        AidRoles before = (mark == null && !parts.opensList()) || earlier == null
                ? null
                : earlier.roles().fromContext(scene);
        for (var clause : scene.clauses) {
            if (stage.has(clause.from(), clause.from() + 2, "%all.of") && !found.isEmpty()) {
                forAll(claims.terms(clause));
                continue;
            }
            for (var part : parts.of(clause, before != null)) {
                var word = part.word();
                var trade = parts.hasFigure(part.stretch()) ? part.stretch() : clause;
                if (stage.has(trade.from(), trade.to(), "%trade")) {
                    continue;
                }
                var known = before != null || earlier == null ? before : earlier.roles();
                if (word == null && !parts.isEntry(clause)) {
                    continue;
                }
                var roles = word == null ? before : roles(word, part.stretch(), known);
                if (roles != null) {
                    var flows = flows(part, roles);
                    if (parts.isOfWhich(part.stretch().from()) && !found.isEmpty() && !flows.isEmpty()) {
                        withPart(found, flows.get(0));
                    }
                    found.addAll(flows);
                    before = roles;
                    memory.keep(roles, claims.terms(part.stretch()), sentence, flows);
                }
            }
        }
        found.addAll(inNames());
        return found;
    }

    /** What instruments grant or lend by their names, where they are signed: "ký Hiệp định về khoản vay 3 triệu rúp". */
    private List<AidFlow> inNames() {
        var flows = new ArrayList<AidFlow>();
        var signed = scene.reading.all("%signing");
        for (var name : scene.instruments) {
            if (parts.isClause(name)) {
                continue;
            }
            int to = name.to();
            if (scene.reading.starts(to, "%worth") || scene.reading.starts(to, "money")) {
                // "hiệp định viện trợ trị giá 3 triệu rúp"
                while (to < scene.reading.size() && !List.of(",", ";", ".").contains(scene.reading.key(to))) {
                    to++;
                }
            }
            var stretch = new Clause(name.from(), to);
            var word = scene.reading.all("aid").stream()
                    .filter(a -> stretch.holds(a.from()) && a.to() <= stretch.to())
                    .findFirst();
            boolean near = signed.stream().anyMatch(s -> s.to() <= name.from() && name.from() - s.to() <= WHAT);
            if (word.isEmpty() || !near) {
                continue;
            }
            var money = scene.reading.all("money").stream()
                    .filter(m -> stretch.holds(m.from()))
                    .toList();
            boolean works = claims.terms(stretch) != AidFlow.Terms.UNSPECIFIED
                    && purpose.at(AidFlow.Category.INFRASTRUCTURE, word.get().to(), stretch.to()) >= 0;
            var roles = to > name.to()
                    ? AidRoles.of(
                            scene,
                            word.get(),
                            new Clause(Clause.at(scene.clauses, name.from()).from(), to),
                            -1,
                            null,
                            memory.givers())
                    : AidRoles.of(scene, word.get(), stretch, -1, memory.usual(), memory.givers());
            var period = AidPeriod.of(scene, new Clause(name.to(), to), stretch, money.isEmpty() ? name : money.get(0));
            if (roles != null && period != null && (works || !money.isEmpty())) {
                var part = new AidParts.Part(stretch, Clause.at(scene.clauses, name.from()), word.get());
                claims.promised();
                var given = new AidGiven(stretch, money, List.of(), List.of(stretch));
                flows.add(claims.claim(given, part, roles, period));
            }
        }
        return flows;
    }

    /** Whether the sentence is a line that names what follows: short, without an end. */
    private boolean isTitle() {
        int size = scene.reading.size();
        var last = scene.reading.key(size - 1);
        return size > 0
                && size <= TITLE
                && mark == null
                && !List.of(".", "!", "?", ":", ";", "...", ",", "\"").contains(last)
                && scene.reading.token(0).isCapitalised();
    }

    /** Says of what was told so far that all of it is given or lent: "tất cả đều cho không". */
    private void forAll(AidFlow.Terms terms) {
        found.replaceAll(f -> f.terms() == AidFlow.Terms.UNSPECIFIED ? AidClaims.with(f, terms, f.items()) : f);
    }

    private @Nullable AidRoles roles(Span word, Clause part, @Nullable AidRoles known) {
        int request = stage.requestBefore(word, part);
        if (word.value() instanceof Aid aid && aid.needs().equals("context")) {
            var name = AidItems.name(scene, parts.thingBefore(word, part));
            var work = name == null ? null : memory.work(name);
            if (work != null) {
                return new AidRoles(work.donors(), work.recipients()).fromContext(scene);
            }
        }
        return AidRoles.of(scene, word, part, request, known, memory.givers());
    }

    private List<AidFlow> flows(AidParts.Part part, AidRoles roles) {
        var flows = new ArrayList<AidFlow>();
        var word = part.word();
        var stretch = part.stretch();
        boolean home = word != null && word.rule().equals("aid.guests");
        if (home && stage.has(stretch.from(), stretch.to(), "%withdraw")) {
            return flows;
        }
        claims.begin(part);
        var named = new ArrayList<Clause>();
        boolean purchased = false;
        for (var chunk : parts.chunks(part)) {
            var figures = parts.figures(chunk, part);
            var shared = parts.isShare(chunk, figures) && !flows.isEmpty() ? flows.get(flows.size() - 1) : null;
            if (shared != null) {
                flows.set(flows.size() - 1, withShares(shared, chunk, figures));
                continue;
            }
            purchased |= !flows.isEmpty()
                    && !flows.get(flows.size() - 1).amounts().isEmpty()
                    && scene.reading.starts(chunk.from(), "%purpose");
            if (purchased && figures.stream().allMatch(AidReader::isCounted)) {
                continue;
            }
            var money = figures.stream().filter(f -> f.is("money")).toList();
            purchased |= !money.isEmpty() && isSpent(money.get(money.size() - 1), chunk);
            var measures = figures.stream().filter(f -> !f.is("money")).toList();
            if (figures.isEmpty()) {
                if (!flows.isEmpty() && !purchased && isNamedBeside(chunk, flows.get(flows.size() - 1))) {
                    named.add(chunk);
                }
                continue;
            }
            var period = AidPeriod.of(scene, chunk, stretch, figures.get(0));
            if (period != null) {
                var flow = claims.claim(
                        new AidGiven(chunk, money, measures, List.of(chunk)),
                        part,
                        roles.ofChunk(scene, chunk),
                        period);
                if (parts.isOfWhich(chunk.from()) && !flows.isEmpty()) {
                    withPart(flows, flow);
                }
                flows.add(flow);
            }
        }
        if (!named.isEmpty()) {
            flows.add(beside(named, part, roles, flows.get(flows.size() - 1)));
        }
        if (word != null || parts.isListed(part.clause())) {
            flows.addAll(listed(part, roles));
        }
        if (flows.isEmpty() && word != null && !stage.has(stretch.from(), stretch.to(), "%habit")) {
            flows.addAll(unfigured(word, part, roles));
        }
        return flows;
    }

    private static boolean isCounted(Span figure) {
        return figure.value() instanceof Measure m && !m.unit().equals("%");
    }

    /** Whether behind a sum stands what it is to be spent on: what follows is that too. */
    private boolean isSpent(Span money, Clause chunk) {
        return purpose.thing(money.to(), chunk.to()) == money.to()
                || stage.has(money.to(), chunk.to(), "%purpose")
                || stage.has(money.to(), chunk.to(), "%purpose.verb");
    }

    /** Whether beside things that are counted some are only named: "cùng một số pháo", "và thuốc men". */
    private boolean isNamedBeside(Clause chunk, AidFlow last) {
        boolean vague = scene.reading.starts(chunk.from(), "%vague");
        // "60 cán bộ, chuyên gia và giảng viên" are counted together.
        boolean people = last.items().stream().anyMatch(i -> "người".equals(i.unit()));
        if (chunk.to() - chunk.from() > WHAT || (people && !vague)) {
            return false;
        }
        for (int i = chunk.from() - 1; i >= Math.max(0, chunk.from() - WHAT); i--) {
            if (scene.reading.starts(i, "%purpose")) {
                return false;
            }
            if (scene.reading.starts(i, "amount")) {
                break;
            }
        }
        int thing = purpose.thing(chunk.from(), chunk.to());
        return thing >= 0 && (vague || thing == chunk.from());
    }

    /** What is only named beside what is counted, of the same time as the last of that. */
    private AidFlow beside(List<Clause> named, AidParts.Part part, AidRoles roles, AidFlow last) {
        var first = named.get(0);
        var anchor = Span.of(first.from(), first.from() + 1, "chunk", null, "aid.list");
        var period = AidPeriod.of(scene, first, part.stretch(), anchor);
        var date = last.date();
        var when = period == null && date != null ? new AidPeriod(date, null, null, "aid.list", null) : period;
        if (when == null) {
            throw new IllegalStateException("a flow without a period: " + last);
        }
        var all = new Clause(first.from(), named.get(named.size() - 1).to());
        return claims.claim(new AidGiven(all, List.of(), List.of(), named), part, roles, when);
    }

    /** Of a whole that a part is given or lent of, the rest is otherwise. */
    private static void withPart(List<AidFlow> flows, AidFlow part) {
        var whole = flows.get(flows.size() - 1);
        if (whole.terms() == AidFlow.Terms.UNSPECIFIED && part.terms() != whole.terms()) {
            flows.set(flows.size() - 1, AidClaims.with(whole, AidFlow.Terms.MIXED, whole.items()));
        }
    }

    /** A flow with shares of it, such as "trong đó 70% là cho không". */
    private AidFlow withShares(AidFlow flow, Clause chunk, List<Span> figures) {
        var items = new ArrayList<>(flow.items());
        items.addAll(AidItems.counted(scene, chunk, figures));
        var part = stage.terms(chunk.from(), chunk.to());
        boolean mixed = part != AidFlow.Terms.UNSPECIFIED && part != flow.terms();
        return AidClaims.with(flow, mixed ? AidFlow.Terms.MIXED : flow.terms(), items);
    }

    /** Of a list behind a colon the thing without a figure that a clause names, as a flow. */
    private List<AidFlow> listed(AidParts.Part part, AidRoles roles) {
        var thing = parts.listed(part);
        if (thing == null || purpose.first(thing.from(), thing.to()) == null) {
            return List.of();
        }
        var anchor = Span.of(thing.from(), thing.from() + 1, "chunk", null, "aid.list");
        var period = AidPeriod.of(scene, thing, part.stretch(), anchor);
        return period == null
                ? List.of()
                : List.of(claims.claim(new AidGiven(thing, List.of(), List.of(), List.of(thing)), part, roles, period));
    }

    /** What a word of giving without figures names. */
    private List<AidFlow> unfigured(Span word, AidParts.Part part, AidRoles roles) {
        if (!(word.value() instanceof Aid aid) || NEEDS_FIGURES.contains(aid.needs())) {
            return List.of();
        }
        var stretch = part.stretch();
        boolean before = aid.thing().equals("before");
        boolean around = aid.thing().equals("around");
        var thing = before || around
                ? parts.thingBefore(word, stretch)
                : new Clause(word.to(), Math.min(stretch.to(), word.to() + WHAT));
        if (thing.from() >= thing.to() && !around) {
            return List.of();
        }
        var dated = before || around ? stretch : new Clause(stretch.from(), stretch.from());
        var period = AidPeriod.of(scene, dated, stretch, word);
        if (period == null) {
            return List.of();
        }
        if (around && period.printed() == null) {
            return List.of();
        }
        if (around && purpose.at(AidFlow.Category.INFRASTRUCTURE, thing.from(), thing.to()) < 0) {
            int at = purpose.at(AidFlow.Category.INFRASTRUCTURE, word.to(), stretch.to());
            int ahead = purpose.at(AidFlow.Category.INFRASTRUCTURE, stretch.from(), word.from());
            if (at < 0 && ahead < 0) {
                return List.of();
            }
            thing = at < 0 ? new Clause(ahead, word.from()) : new Clause(at, stretch.to());
        } else if (before || around) {
            var name = AidItems.name(scene, thing);
            boolean works = purpose.at(AidFlow.Category.INFRASTRUCTURE, thing.from(), thing.to()) >= 0;
            boolean known = name != null && memory.work(name) != null;
            var promise = claims.promise();
            if (parts.isThat(thing) && promise != null && period.printed() != null) {
                return List.of(AidClaims.repeated(
                        claims.claim(new AidGiven(thing, List.of(), List.of(), List.of(thing)), part, roles, period),
                        promise));
            }
            if (!works && !known) {
                return List.of();
            }
        } else if (AidItems.isField(scene, thing)
                || !isConcrete(word, stretch, period.printed() != null || parts.isListed(part.clause()), aid)) {
            return List.of();
        }
        var things = before || around ? List.of(thing) : parts.things(thing);
        return List.of(claims.claim(new AidGiven(thing, List.of(), List.of(), things), part, roles, period));
    }

    /**
     * Whether a word of giving without figures names what was given: with a date of its own it is enough that its kind is known;
     * where context gives the period it must be a thing with a name.
     */
    private boolean isConcrete(Span word, Clause part, boolean dated, Aid aid) {
        if (aid.needs().equals("works")) {
            return purpose.at(AidFlow.Category.INFRASTRUCTURE, part.from(), part.to()) >= 0;
        }
        if (aid.category().equals("infrastructure")) {
            int end = Math.min(part.to(), word.to() + NEAR);
            boolean works = purpose.at(AidFlow.Category.INFRASTRUCTURE, word.to(), end) >= 0;
            boolean plans = purpose.at(AidFlow.Category.TECHNICAL, word.to(), end) >= 0;
            if (!works && !plans) {
                return false;
            }
        }
        int at = purpose.thing(word.to(), Math.min(part.to(), word.to() + (dated ? WHAT : NAMED)));
        if (at < 0) {
            return false;
        }
        var category = purpose.first(at, part.to());
        boolean named = scene.reading.token(at).isCapitalised() && category == AidFlow.Category.INFRASTRUCTURE;
        boolean skill = category == AidFlow.Category.TECHNICAL || category == AidFlow.Category.TRAINING;
        boolean goods = at - word.to() <= 1 && category != AidFlow.Category.INFRASTRUCTURE;
        return dated || named || skill || goods;
    }
}
