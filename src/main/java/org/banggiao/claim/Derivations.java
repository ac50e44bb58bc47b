package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.banggiao.authority.Entry;
import org.banggiao.mention.Act;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Derivation;
import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.Measure;
import org.banggiao.mention.Reading;
import org.banggiao.mention.SaidDate;
import org.banggiao.mention.Span;
import org.banggiao.quantity.Money;
import org.banggiao.text.Document;
import org.banggiao.text.Range;
import org.banggiao.text.Section;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Says how the claims of a document were read: by which rules, and from where each value came that the passage does not say
 * itself. The values are those of the claim; what stands behind one is looked up where the readers looked.
 */
final class Derivations {
    /** Dates that lean on one another. */
    private static final int DEPTH = 4;

    private static final Map<String, String> DATE_RULES = Map.of(
            "context.occasion", "when the occasion was that the words point back to",
            "context.cue", "the last date told, with which the sentence goes on",
            "context.next", "when that was which the sentence before tells",
            "context.before", "the last date told before",
            "context.period", "the years that the section was last said to tell of",
            "context.section", "the years of the heading");

    private final Document document;
    private final Timeline timeline;
    private final ActorOrigins origins;
    private final Map<Integer, Reading> readings = new HashMap<>();
    /** How the dates of what was read so far were found, by the numbers of their sentences. */
    private final Map<Integer, Map<String, Derivation>> dates = new HashMap<>();

    Derivations(Document document, List<Reading> readings, Timeline timeline, Sides sides, Regimes regimes) {
        this.document = document;
        this.timeline = timeline;
        readings.forEach(r -> this.readings.put(r.sentence().number(), r));
        origins = new ActorOrigins(document, this.readings, sides, regimes);
    }

    /** How a claim of a sentence was read. */
    Derivation of(Scene scene, Claim claim) {
        var parts = new ArrayList<Derivation>();
        var used = scene.usedBy(claim);
        used.stream().filter(s -> !s.is("date")).forEach(s -> parts.add(of(scene.reading, s)));
        var date = claim.date();
        if (date != null) {
            var found = ofDate(scene, claim, date.edtf());
            parts.add(found);
            dates.computeIfAbsent(scene.sentence().number(), n -> new HashMap<>())
                    .putIfAbsent(date.edtf(), found);
        }
        roles(claim).forEach((role, actors) -> actors.forEach(a -> parts.add(origins.of(scene, claim, role, a))));
        parts.addAll(others(scene, claim));
        var passage = claim.said().statedIn();
        var rule = claim.said().rule().get(0);
        parts.add(at(passage, "confidence", Confidence.says(rule, claim.said().derivedFromContext())));
        return new Derivation(
                rule,
                passage.startInclusive(),
                passage.endExclusive(),
                claim.kind() + (date == null ? "" : ", " + date.edtf()),
                parts);
    }

    private static Map<String, List<ActorRef>> roles(Claim claim) {
        return switch (claim) {
            case DiplomaticEvent e -> Map.of("actor", e.actors());
            case Instrument i -> Map.of("party", i.parties());
            case AidFlow a -> new java.util.TreeMap<>(Map.of("donor", a.donors(), "recipient", a.recipients()));
        };
    }

    private Derivation ofDate(Scene scene, Claim claim, String edtf) {
        var span = scene.usedBy(claim).stream().filter(s -> s.is("date")).findFirst();
        if (span.isPresent()) {
            var dated = timeline.in(scene.sentence()).stream()
                    .filter(d -> d.span().equals(span.get()))
                    .findFirst();
            return dated.map(d -> ofDate(scene.reading, d, 0)).orElseGet(() -> of(scene.reading, span.get()));
        }
        var rule = claim.said().rule().get(claim.said().rule().size() - 1);
        var why = DATE_RULES.get(rule);
        if (why == null) {
            return at(claim.said().statedIn(), "date", edtf + ", as its name says");
        }
        if (rule.equals("context.section")) {
            var heading = heading(scene.sentence(), s -> s.years() != null);
            return heading == null
                    ? at(claim.said().statedIn(), rule, edtf + ", " + why)
                    : at(heading, rule, edtf + ", " + why);
        }
        for (var passage : claim.said().contextIn()) {
            var source = document.sentence(passage.sentence());
            return new Derivation(
                    rule,
                    passage.startInclusive(),
                    passage.endExclusive(),
                    edtf + ", " + why + where(scene, source),
                    saidIn(source, edtf));
        }
        return at(claim.said().statedIn(), rule, edtf + ", " + why);
    }

    /** How a sentence says a date, or how the date of what it tells was found. */
    private List<Derivation> saidIn(Sentence source, String edtf) {
        var told = dates.getOrDefault(source.number(), Map.of()).get(edtf);
        for (var dated : timeline.in(source)) {
            if (dated.date().edtf().equals(edtf)) {
                return List.of(ofDate(reading(source), dated, 1));
            }
        }
        return told == null ? List.of() : List.of(told);
    }

    /** A date with what it leans on: the date that gives what it leaves out, which may lean on another. */
    private Derivation ofDate(Reading reading, Timeline.Dated dated, int depth) {
        var own = of(reading, dated.span());
        var edtf = dated.date().edtf();
        var parts = new ArrayList<>(own.parts());
        var context = dated.context();
        if (depth < DEPTH && (context != null || isIncomplete(dated))) {
            parts.add(anchor(reading, dated, context == null ? reading.sentence() : context, depth));
        }
        return new Derivation(
                own.rule(),
                own.startInclusive(),
                own.endExclusive(),
                own.says().equals(edtf) ? edtf : edtf + ", said as " + own.says(),
                parts);
    }

    private static boolean isIncomplete(Timeline.Dated dated) {
        return dated.span().value() instanceof SaidDate said && said.whole().isEmpty();
    }

    /** What gives a date the year, month or day that its words leave out, or that it is counted from. */
    private Derivation anchor(Reading reading, Timeline.Dated dated, Sentence context, int depth) {
        var anchor = anchor(reading.sentence(), dated, context);
        var why = ", which gives what the words leave out";
        if (anchor == null) {
            return at(context.range(), "context.anchor", dated.date().edtf() + why);
        }
        var found = ofDate(reading(context), anchor, depth + 1);
        return context.number() == reading.sentence().number()
                ? new Derivation(
                        "date.beside",
                        found.startInclusive(),
                        found.endExclusive(),
                        anchor.date().edtf() + why,
                        found.parts())
                : new Derivation(
                        "context.anchor",
                        context.range().startInclusive(),
                        context.range().endExclusive(),
                        anchor.date().edtf() + why,
                        List.of(found));
    }

    /** The date of a sentence that another date leans on: the last that makes of its words what it means, else the last. */
    private Timeline.@Nullable Dated anchor(Sentence sentence, Timeline.Dated leaning, Sentence context) {
        Timeline.Dated last = null;
        Timeline.Dated found = null;
        for (var dated : timeline.in(context)) {
            boolean beside = context.number() == sentence.number();
            if (dated != leaning && !(beside && isIncomplete(dated))) {
                last = dated;
                boolean gives = leaning.span().value() instanceof SaidDate said
                        && said.resolve(dated.date()).equals(Optional.of(leaning.date()));
                found = gives ? dated : found;
            }
        }
        return found == null ? last : found;
    }

    /** What else the passage does not say itself. */
    private List<Derivation> others(Scene scene, Claim claim) {
        var out = new ArrayList<Derivation>();
        var said = claim.said();
        var promise = said.contextIn().isEmpty()
                ? said.statedIn()
                : said.contextIn().get(said.contextIn().size() - 1);
        for (var property : said.derivedFromContext()) {
            switch (property) {
                case "items", "amounts" -> out.add(at(promise, property, "as in what is told there"));
                case "nameAsPrinted" ->
                    out.add(at(
                            promise,
                            "name",
                            claim instanceof Instrument i ? i.nameAsPrinted() + ", as it is named there" : ""));
                case "terms" -> out.add(terms(scene, claim));
                default -> {
                    // the date and who acts are told above
                }
            }
        }
        return out;
    }

    private Derivation terms(Scene scene, Claim claim) {
        var terms = claim instanceof AidFlow flow ? flow.terms().code() : "";
        var mark = scene.markOf(scene.sentence());
        if (mark != null) {
            return at(mark.range(), "terms", terms + ", as the sentence of the note's mark says");
        }
        var heading = heading(scene.sentence(), s -> true);
        return heading == null
                ? at(claim.said().statedIn(), "terms", terms + ", as was said before of what is given")
                : at(heading, "terms", terms + ", as the heading says, or the words that open what stands below it");
    }

    /** The heading over a sentence that fits, the nearest; of a note, over the sentence of its mark. */
    private @Nullable Range heading(Sentence sentence, Predicate<Section> fits) {
        var mark = timeline.markOf(sentence);
        Integer ordinal = mark == null ? sentence.section() : mark.section();
        while (ordinal != null) {
            var section = document.section(ordinal);
            if (fits.test(section)) {
                return section.heading();
            }
            ordinal = section.parent();
        }
        return null;
    }

    /** Whether a sentence is that of the mark of the note that is read, in words. */
    static String where(Scene scene, Sentence source) {
        var mark = scene.markOf(scene.sentence());
        return mark != null && mark.number() == source.number() ? ", in the sentence of the note's mark" : "";
    }

    private Reading reading(Sentence sentence) {
        var reading = readings.get(sentence.number());
        if (reading == null) {
            throw new IllegalStateException("sentence " + sentence.number() + " was not read");
        }
        return reading;
    }

    static Derivation at(Passage passage, String rule, String says) {
        return new Derivation(rule, passage.startInclusive(), passage.endExclusive(), says, List.of());
    }

    private static Derivation at(Range range, String rule, String says) {
        return new Derivation(rule, range.startInclusive(), range.endExclusive(), says, List.of());
    }

    static Derivation at(Reading reading, int from, int to, String rule, String says) {
        var range = reading.sentence()
                .text()
                .source(reading.token(from).start(), reading.token(to - 1).end());
        return new Derivation(rule, range.startInclusive(), range.endExclusive(), says, List.of());
    }

    private static Derivation of(Reading reading, Span span) {
        var parts = new ArrayList<Derivation>();
        span.parts().forEach((name, spans) -> {
            for (var part : spans) {
                if (!part.type().equals("words")) {
                    parts.add(of(reading, part));
                }
            }
        });
        var own = at(reading, span.from(), span.to(), span.rule(), says(span));
        return new Derivation(own.rule(), own.startInclusive(), own.endExclusive(), own.says(), parts);
    }

    private static String says(Object part) {
        return switch (part) {
            case Entry entry -> entry.key();
            case SaidDate date -> date.form();
            default -> String.valueOf(part);
        };
    }

    /** What was read at a span, in a short form. */
    static String says(Span span) {
        return switch (span.value()) {
            case SaidDate d -> d.form();
            case Money m -> m.amount().value().toPlainString() + " " + m.currency();
            case Measure m ->
                ((m.amount() == null ? "?" : m.amount().value().toPlainString()) + " " + m.unit()).strip();
            case InstrumentName n -> n.type();
            case Act a -> a.type();
            case Aid a -> a.receives() ? "receives" : "gives";
            case List<?> entries -> entries.stream().map(Derivations::says).collect(Collectors.joining(" "));
            case String s -> span.is("person") ? "person" : s;
            case null -> "";
            default -> span.type();
        };
    }
}
