package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Span;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Makes the claims of aid of one sentence: what was given as what, at which stage, on which terms, and from where the sentence
 * takes what it does not say itself. Later claims of a list go on with what earlier ones said.
 */
final class AidClaims {
    private final Scene scene;
    private final AidParts parts;
    private final AidStage stage;
    private final AidPurpose purpose;
    private final AidMemory memory;
    private final @Nullable Sentence mark;
    private final AidFlow.Terms inherited;
    private static final Set<String> ON = Set.of("aid.used", "aid.partly", "aid.stopped");

    private AidFlow.Status told = AidFlow.Status.DISBURSED;
    private AidFlow.Terms toldTerms = AidFlow.Terms.UNSPECIFIED;
    private AidFlow.@Nullable Category toldCategory;

    /** @param inherited the terms that a heading or the sentence of a note's mark gives */
    AidClaims(
            Scene scene,
            AidParts parts,
            AidStage stage,
            AidPurpose purpose,
            AidMemory memory,
            AidFlow.Terms inherited) {
        this.scene = scene;
        this.parts = parts;
        this.stage = stage;
        this.purpose = purpose;
        this.memory = memory;
        this.inherited = inherited;
        mark = scene.markOf(scene.sentence());
        var promise = mark == null || !isOfMark() ? null : promise();
        if (promise != null) {
            told = promise.status();
        }
    }

    /** Whether a word tells what became of what was told before, or the sentence goes on with it: "Theo đó". */
    private boolean goesOn(@Nullable Span word) {
        boolean accordingly = scene.reading.starts(0, "%according");
        return accordingly || isOfMark() || (word != null && ON.contains(word.rule()));
    }

    /** Whether a note begins with words for what its mark stands at: "Số này gồm". */
    private boolean isOfMark() {
        return scene.reading.starts(0, "%note.this");
    }

    /** What was last promised or given before, in a note before its mark; null where nothing was. */
    @Nullable
    AidFlow promise() {
        if (mark == null) {
            return memory.lastFlow(scene.sentence());
        }
        var said = memory.of(mark.number());
        return said == null || said.flows().isEmpty()
                ? null
                : said.flows().get(said.flows().size() - 1);
    }

    /** The claim of what a part of a sentence gives. */
    AidFlow claim(AidGiven given, AidParts.Part part, AidRoles roles, AidPeriod when) {
        var word = part.word();
        var stretch = part.stretch();
        var derived = new TreeSet<String>();
        var context = new ArrayList<Passage>();
        var promise = promise();
        boolean partly = word != null && word.rule().equals("aid.partly");
        var period = partly && promise != null ? when.since(scene, promise.date()) : when;
        var since = promise == null ? null : promise.date();
        if (period.printed() == null && isOfMark() && since != null) {
            period = new AidPeriod(since, null, mark == null ? period.context() : mark, "context.mark", null);
        }
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
                category(given, part, terms),
                stage.ofFigure(given.figureEnd(), told),
                terms,
                AidMoney.sums(scene, given.money(), roles.donors()),
                items,
                period.date(),
                period.printed() == null ? null : EventReader.shorten(period.printed()),
                under(stretch));
    }

    /** The flow that gave before what is named now, or null. */
    private @Nullable AidFlow workOf(AidGiven given) {
        if (!given.measures().isEmpty() || !given.money().isEmpty()) {
            return null;
        }
        var name = AidItems.name(scene, given.things().get(0));
        return name == null ? null : memory.work(name);
    }

    /** Takes note of the stage that a part with a word of giving speaks of: what it gives is at that stage. */
    void begin(AidParts.Part part) {
        var word = part.word();
        told = word == null ? told : status(word, part);
    }

    /** Takes note that what follows is promised. */
    void promised() {
        told = AidFlow.Status.COMMITTED;
    }

    /** The stage; where a part goes on with the subject of the one before it, that one's. */
    private AidFlow.Status status(Span word, AidParts.Part part) {
        var own = stage.status(word, part.stretch());
        int from = part.stretch().from();
        boolean goesOn = parts.isFollowing(part)
                && !stage.has(from, word.to(), "%done")
                && scene.actors.stream().noneMatch(a -> a.from() >= from && a.to() <= word.from());
        boolean partly = word.rule().equals("aid.partly");
        return goesOn && !partly && own == AidFlow.Status.DISBURSED ? told : own;
    }

    private List<AidFlow.Item> items(AidGiven given, TreeSet<String> derived) {
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

    private AidFlow.Category category(AidGiven given, AidParts.Part part, AidFlow.Terms terms) {
        var word = part.word();
        var chunk = given.stretch();
        if (word == null && toldCategory != null && purpose.first(chunk.from(), chunk.to()) == null) {
            return toldCategory;
        }
        var setting = word == null
                ? part.stretch()
                : new Clause(part.clause().from(), part.clause().to());
        var said = word != null && word.value() instanceof Aid aid ? aid.category() : "";
        if (word != null && purpose.endsWithTraining(word)) {
            said = "training";
        }
        var things = thing(given, word);
        if (toldCategory != null
                && given.money().isEmpty()
                && !given.measures().isEmpty()
                && said.isEmpty()
                && purpose.first(things.from(), things.to()) == null) {
            // "15.000 tấn khí tài, còn Pháp 2.000 tấn"
            return toldCategory;
        }
        var whole = parts.whole(part);
        var category = purpose.of(
                things,
                chunk.from() < whole.to() ? whole : part.stretch(),
                setting,
                said,
                !given.money().isEmpty(),
                given.measures(),
                terms);
        toldCategory = category;
        var earlier = goesOn(word) ? promise() : null;
        if (earlier != null
                && category == AidFlow.Category.ECONOMIC
                && purpose.first(things.from(), things.to()) == null) {
            toldCategory = earlier.category();
        }
        return toldCategory;
    }

    /** The words of what is given, without those that stand before the word of giving where it stands behind it. */
    private static Clause thing(AidGiven given, @Nullable Span word) {
        var chunk = given.stretch();
        boolean behind = word != null
                && word.value() instanceof Aid aid
                && (aid.thing().isEmpty() || aid.thing().equals("use"))
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

    /** The terms that the words of a stretch say. */
    AidFlow.Terms terms(Clause stretch) {
        return stage.terms(stretch.from(), stretch.to());
    }

    /** The terms of what is given: as said beside it, at the head or the end of its part, before it in the list, or in context. */
    private AidFlow.Terms termsOf(AidGiven given, AidParts.Part part, TreeSet<String> derived) {
        var own = terms(given.stretch());
        if (part.word() != null
                && part.word().value() instanceof Aid aid
                && !aid.terms().isEmpty()) {
            own = AidFlow.Terms.valueOf(aid.terms().toUpperCase(Locale.ROOT));
        }
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
        boolean single = scene.reading.all("money").stream()
                        .filter(m -> part.stretch().holds(m.from()))
                        .count()
                == 1;
        boolean shares = parts.figures(part.stretch(), part).stream().anyMatch(AidFigures::isShare);
        var whole = !shares && single && !given.money().isEmpty() ? terms(part.stretch()) : AidFlow.Terms.UNSPECIFIED;
        if (whole != AidFlow.Terms.UNSPECIFIED) {
            return whole;
        }
        var earlier = goesOn(part.word()) ? promise() : null;
        var context = earlier != null && inherited == AidFlow.Terms.UNSPECIFIED ? earlier.terms() : inherited;
        if (context != AidFlow.Terms.UNSPECIFIED) {
            derived.add("terms");
        }
        return context;
    }

    /** The instrument that a clause gives as ground, by the first words of its name; null where it gives none. */
    private @Nullable String under(Clause clause) {
        for (var span : scene.instruments) {
            if (span.from() == clause.from() && span.to() == clause.to()) {
                return Phrase.name(scene.reading, span);
            }
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

    /** The same flow with other terms and items. */
    static AidFlow with(AidFlow flow, AidFlow.Terms terms, List<AidFlow.Item> items) {
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

    /** What was told of "this sum" or "these goods": what is given is what was promised. */
    static AidFlow repeated(AidFlow flow, AidFlow promise) {
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
}
