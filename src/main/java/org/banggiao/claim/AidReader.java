package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Span;
import org.banggiao.quantity.Money;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Makes aid flows of what a sentence says was given: one for each sum or counted thing, or one for what is named. A clause is
 * taken in parts, one for each word of giving, and a part in the chunks that it lists.
 */
final class AidReader {
    private static final int WHAT = 14;
    private static final int NAMED = 8;

    private final Scene scene;
    private final AidParts parts;
    private final AidStage stage;
    private final AidPurpose purpose;
    private final AidMemory memory;
    private final @Nullable Sentence mark;
    private AidFlow.Status told = AidFlow.Status.DISBURSED;
    private AidFlow.Terms inherited = AidFlow.Terms.UNSPECIFIED;
    private AidFlow.Terms toldTerms = AidFlow.Terms.UNSPECIFIED;
    private AidFlow.@Nullable Category toldCategory;
    private final List<AidFlow> found = new ArrayList<>();

    private AidReader(Scene scene, AidMemory memory) {
        this.scene = scene;
        this.memory = memory;
        stage = new AidStage(scene.reading);
        purpose = new AidPurpose(scene.reading);
        parts = new AidParts(scene);
        mark = scene.markOf(scene.sentence());
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
        var earlier = mark == null ? memory.before(sentence) : memory.of(mark.number());
        inherited = mark == null || earlier == null ? memory.headingTerms(sentence) : earlier.terms();
        // Figures in a note stand for themselves: who gave to whom is said where its mark is.
        AidRoles before = (mark == null && !parts.opensList()) || earlier == null
                ? null
                : earlier.roles().fromContext(scene);
        for (var clause : scene.clauses) {
            if (stage.has(clause.from(), clause.from() + 2, "%all.of") && !found.isEmpty()) {
                forAll(terms(clause));
                continue;
            }
            if (stage.has(clause.from(), clause.to(), "%trade")) {
                continue;
            }
            for (var part : parts.of(clause, before != null)) {
                var word = part.word();
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
                    memory.keep(roles, terms(part.stretch()), sentence, flows);
                }
            }
        }
        return found;
    }

    /** Says of what was told so far that all of it is given or lent: "tất cả đều cho không". */
    private void forAll(AidFlow.Terms terms) {
        found.replaceAll(f -> f.terms() == AidFlow.Terms.UNSPECIFIED ? with(f, terms, f.items()) : f);
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
        return AidRoles.of(scene, word, part, request, known);
    }

    private List<AidFlow> flows(AidParts.Part part, AidRoles roles) {
        var flows = new ArrayList<AidFlow>();
        var word = part.word();
        var stretch = part.stretch();
        told = word == null ? told : status(word, part);
        var named = new ArrayList<Clause>();
        for (var chunk : parts.chunks(part)) {
            var figures = parts.figures(chunk, part);
            var shared = parts.isShare(chunk, figures) && !flows.isEmpty() ? flows.get(flows.size() - 1) : null;
            if (shared != null) {
                flows.set(flows.size() - 1, withShares(shared, chunk, figures));
                continue;
            }
            var money = figures.stream().filter(f -> f.is("money")).toList();
            var measures = figures.stream().filter(f -> !f.is("money")).toList();
            if (figures.isEmpty()) {
                if (!flows.isEmpty() && isNamedBeside(chunk)) {
                    named.add(chunk);
                }
                continue;
            }
            var period = AidPeriod.of(scene, chunk, stretch, figures.get(0));
            if (period != null) {
                var flow = claim(new Given(chunk, money, measures, List.of(chunk)), part, roles, period);
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

    /** What is given, in words: without figures, with sums, or counted; the things that are named in it. */
    private record Given(Clause stretch, List<Span> money, List<Span> measures, List<Clause> things) {}

    /** Whether beside things that are counted some are only named: "cùng một số pháo", "và thuốc men". */
    private boolean isNamedBeside(Clause chunk) {
        if (chunk.to() - chunk.from() > WHAT) {
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
        boolean vague = scene.reading.starts(chunk.from(), "%vague");
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
        return claim(new Given(all, List.of(), List.of(), named), part, roles, when);
    }

    /** Of a whole that a part is given or lent of, the rest is otherwise. */
    private static void withPart(List<AidFlow> flows, AidFlow part) {
        var whole = flows.get(flows.size() - 1);
        if (whole.terms() == AidFlow.Terms.UNSPECIFIED && part.terms() != whole.terms()) {
            flows.set(flows.size() - 1, with(whole, AidFlow.Terms.MIXED, whole.items()));
        }
    }

    private static AidFlow with(AidFlow flow, AidFlow.Terms terms, List<AidFlow.Item> items) {
        return new AidFlow(
                flow.said(),
                flow.donors(),
                flow.recipients(),
                flow.category(),
                flow.status(),
                terms,
                flow.amounts(),
                items,
                flow.date(),
                flow.dateAsPrinted(),
                flow.under());
    }

    /** A flow with shares of it, such as "trong đó 70% là cho không". */
    private AidFlow withShares(AidFlow flow, Clause chunk, List<Span> figures) {
        var items = new ArrayList<>(flow.items());
        items.addAll(AidItems.counted(scene, chunk, figures));
        var part = stage.terms(chunk.from(), chunk.to());
        boolean mixed = part != AidFlow.Terms.UNSPECIFIED && part != flow.terms();
        return with(flow, mixed ? AidFlow.Terms.MIXED : flow.terms(), items);
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
                : List.of(claim(new Given(thing, List.of(), List.of(), List.of(thing)), part, roles, period));
    }

    /** What a word of giving without figures names. */
    private List<AidFlow> unfigured(Span word, AidParts.Part part, AidRoles roles) {
        if (!(word.value() instanceof Aid aid) || aid.needs().equals("quantity")) {
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
            if (at < 0) {
                return List.of();
            }
            thing = new Clause(at, stretch.to());
        } else if (before || around) {
            var name = AidItems.name(scene, thing);
            boolean works = purpose.at(AidFlow.Category.INFRASTRUCTURE, thing.from(), thing.to()) >= 0;
            boolean known = name != null && memory.work(name) != null;
            var promise = promise();
            if (parts.isThat(thing) && promise != null && period.printed() != null) {
                return List.of(repeated(
                        claim(new Given(thing, List.of(), List.of(), List.of(thing)), part, roles, period), promise));
            }
            if (!works && !known) {
                return List.of();
            }
        } else if (!isConcrete(word, stretch, period.printed() != null, aid)) {
            return List.of();
        }
        var things = before || around ? List.of(thing) : parts.things(thing);
        return List.of(claim(new Given(thing, List.of(), List.of(), things), part, roles, period));
    }

    /** What was told of "this sum" or "these goods": what is given is what was promised. */
    private static AidFlow repeated(AidFlow flow, AidFlow promise) {
        var said = flow.said();
        var derived = new TreeSet<>(said.derivedFromContext());
        derived.addAll(List.of("amounts", "items"));
        var context = new ArrayList<>(said.contextIn());
        context.add(promise.said().statedIn());
        var named = promise.items().stream()
                .map(i -> new AidFlow.Item(null, null, i.what()))
                .toList();
        return new AidFlow(
                new Said(
                        said.id(),
                        said.statedIn(),
                        context,
                        said.polarity(),
                        said.factuality(),
                        said.attributedTo(),
                        said.rule(),
                        derived,
                        said.confidence()),
                flow.donors(),
                flow.recipients(),
                promise.category(),
                flow.status(),
                flow.terms() == AidFlow.Terms.UNSPECIFIED ? promise.terms() : flow.terms(),
                promise.amounts(),
                named,
                flow.date(),
                flow.dateAsPrinted(),
                flow.under());
    }

    /**
     * Whether a word of giving without figures names what was given: with a date of its own it is enough that its kind is known;
     * where context gives the period it must be a thing with a name.
     */
    private boolean isConcrete(Span word, Clause part, boolean dated, Aid aid) {
        if (aid.needs().equals("works")) {
            return purpose.at(AidFlow.Category.INFRASTRUCTURE, part.from(), part.to()) >= 0;
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

    /** What was last promised or given before, in a note before its mark; null where nothing was. */
    private @Nullable AidFlow promise() {
        if (mark == null) {
            return memory.lastFlow(scene.sentence());
        }
        var said = memory.of(mark.number());
        return said == null || said.flows().isEmpty()
                ? null
                : said.flows().get(said.flows().size() - 1);
    }

    private AidFlow claim(Given given, AidParts.Part part, AidRoles roles, AidPeriod when) {
        var word = part.word();
        var stretch = part.stretch();
        var derived = new TreeSet<String>();
        var context = new ArrayList<Passage>();
        var promise = promise();
        boolean partly = word != null && word.rule().equals("aid.partly");
        var period = partly && promise != null ? when.since(scene, promise.date()) : when;
        if (period.printed() == null) {
            derived.add("date");
            var sentence = period.context();
            if (sentence != null && sentence.number() != scene.sentence().number()) {
                context.add(scene.evidence.passage(sentence));
            }
        }
        var terms = termsOf(given, part, derived);
        var work = workOf(given);
        if (terms == AidFlow.Terms.UNSPECIFIED && work != null && work.terms() != terms) {
            terms = work.terms();
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
        var items = items(given, derived);
        if (derived.contains("items") && promise != null) {
            context.add(promise.said().statedIn());
        }
        var rule = word == null ? "aid.list" : word.rule();
        var chunk = given.stretch();
        var said = new Said(
                scene.evidence.id(scene.sentence(), "aidflow", scene.reading.words(chunk.from(), chunk.to())),
                passage(chunk, word, roles, period),
                context,
                Said.Polarity.AFFIRMED,
                Said.Factuality.ACTUAL,
                scene.source(stretch),
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
                category(given, part),
                told,
                terms,
                sums(given.money()),
                items,
                period.date(),
                period.printed() == null ? null : EventReader.shorten(period.printed()),
                under(stretch));
    }

    /** The flow that gave before what is named now, or null. */
    private @Nullable AidFlow workOf(Given given) {
        if (!given.measures().isEmpty() || !given.money().isEmpty()) {
            return null;
        }
        var name = AidItems.name(scene, given.things().get(0));
        return name == null ? null : memory.work(name);
    }

    /** The stage; where a part goes on with the subject of the one before it, that one's. */
    private AidFlow.Status status(Span word, AidParts.Part part) {
        var own = stage.status(word, part.stretch());
        int from = part.stretch().from();
        boolean goesOn = parts.isFollowing(part)
                && !stage.has(from, word.to(), "%done")
                && scene.actors.stream().noneMatch(a -> a.from() >= from && a.to() <= word.from());
        return goesOn && own == AidFlow.Status.DISBURSED ? told : own;
    }

    private List<AidFlow.Item> items(Given given, TreeSet<String> derived) {
        if (given.measures().isEmpty()) {
            return given.money().isEmpty() ? AidItems.named(scene, given.things()) : List.of();
        }
        var promise = promise();
        var counted = AidItems.counted(scene, given.stretch(), given.measures());
        var items = promise == null
                ? counted
                : counted.stream()
                        .map(i -> AidItems.completed(i, promise.items()))
                        .toList();
        if (!items.equals(counted)) {
            derived.add("items");
        }
        return items;
    }

    private AidFlow.Category category(Given given, AidParts.Part part) {
        var word = part.word();
        var chunk = given.stretch();
        if (word == null && toldCategory != null && purpose.first(chunk.from(), chunk.to()) == null) {
            return toldCategory;
        }
        var setting = word == null
                ? part.stretch()
                : new Clause(part.clause().from(), part.stretch().to());
        var said = word != null && word.value() instanceof Aid aid ? aid.category() : "";
        var whole = parts.whole(part);
        var category = purpose.of(
                thing(given, word),
                chunk.from() < whole.to() ? whole : part.stretch(),
                setting,
                said,
                !given.money().isEmpty(),
                given.measures());
        toldCategory = category;
        return category;
    }

    /** The words of what is given, without those that stand before the word of giving where it stands behind it. */
    private static Clause thing(Given given, @Nullable Span word) {
        var chunk = given.stretch();
        boolean behind = word != null
                && word.value() instanceof Aid aid
                && aid.thing().isEmpty()
                && !aid.noun()
                && chunk.holds(word.from());
        if (!behind || word == null) {
            return chunk;
        }
        int from = word.to();
        for (var figure : given.measures()) {
            from = Math.min(from, figure.from());
        }
        return new Clause(Math.min(from, chunk.to()), chunk.to());
    }

    private AidFlow.Terms terms(Clause stretch) {
        return stage.terms(stretch.from(), stretch.to());
    }

    /** The terms of what is given: as said beside it, at the head or the end of its part, before it in the list, or in context. */
    private AidFlow.Terms termsOf(Given given, AidParts.Part part, TreeSet<String> derived) {
        var own = terms(given.stretch());
        if (own != AidFlow.Terms.UNSPECIFIED) {
            toldTerms = own;
            return own;
        }
        var head = terms(parts.head(part));
        var tail = terms(parts.tail(part));
        if (head == AidFlow.Terms.UNSPECIFIED) {
            head = tail;
        }
        if (head == AidFlow.Terms.UNSPECIFIED && (part.word() == null || parts.isListed(part.clause()))) {
            head = toldTerms;
        }
        if (head != AidFlow.Terms.UNSPECIFIED) {
            toldTerms = head;
            return head;
        }
        if (inherited != AidFlow.Terms.UNSPECIFIED) {
            derived.add("terms");
        }
        return inherited;
    }

    /** The instrument that a clause gives as ground, by the first words of its name; null where it gives none. */
    private @Nullable String under(Clause clause) {
        for (var span : scene.instruments) {
            boolean ground = clause.holds(span.from())
                    && List.of("theo", "khổ", "cứ", "của").contains(scene.reading.lower(span.from() - 1))
                    && (!scene.reading.lower(span.from() - 1).equals("của")
                            || scene.reading.lower(span.from() - 2).equals("khổ"));
            if (ground) {
                return Phrase.name(scene.reading, span);
            }
        }
        return null;
    }

    private Passage passage(Clause chunk, @Nullable Span word, AidRoles roles, AidPeriod period) {
        int from = word == null ? chunk.from() : Math.min(chunk.from(), word.from());
        int to = word == null ? chunk.to() : Math.max(chunk.to(), word.to());
        var span = period.span();
        if (span != null) {
            from = Math.min(from, span.from());
            to = Math.max(to, span.to());
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
}
