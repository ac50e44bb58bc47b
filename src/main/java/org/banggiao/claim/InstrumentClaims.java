package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.Span;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Makes the claims of the instruments of one sentence, with what is said of each: date, parties, place, signatories, term. */
final class InstrumentClaims {
    /**
     * A name with what the sentence says of its list.
     *
     * @param span the name
     * @param name what it is the name of
     * @param signing the word that says that it came about, or null
     * @param first the first name of the list
     */
    record Named(Span span, InstrumentName name, @Nullable Signing signing, Span first) {}

    private static final int PASSAGE = 900;

    private final Scene scene;
    private final InstrumentDates dates;
    private final InstrumentParties parties;
    private final InstrumentPlaces places;
    private final Signers signers;
    private final List<Claim> claims = new ArrayList<>();

    InstrumentClaims(Scene scene, InstrumentDates dates, InstrumentMemory memory) {
        this.scene = scene;
        this.dates = dates;
        signers = new Signers(scene);
        places = new InstrumentPlaces(scene);
        parties = new InstrumentParties(scene, signers, places, memory);
    }

    /** The claims made so far, in order. */
    List<Claim> claims() {
        return claims;
    }

    void add(Named it, Timeline.@Nullable Dated dated) {
        add(it, dated, null, null);
    }

    void add(Named it, Timeline.@Nullable Dated dated, @Nullable HistoricalDate listedTerm) {
        add(it, dated, listedTerm, null);
    }

    /**
     * Adds a claim.
     *
     * @param listedTerm its term where a list gives it, or null
     * @param known the instrument of the note's mark that it is, whose name it bears, or null
     */
    void add(
            Named it, Timeline.@Nullable Dated dated, @Nullable HistoricalDate listedTerm, @Nullable Instrument known) {
        var span = it.span();
        var all = parties.of(it);
        var stretch = stretch(span, dated, all);
        HistoricalDate date = dated == null ? null : when(dated);
        String printed =
                dated == null || dated.isRelative() ? null : EventReader.shorten(scene.reading.words(dated.span()));
        var derived = new TreeSet<String>();
        var context = new ArrayList<Passage>();
        if (date == null) {
            date = dates.yearInName(span);
            printed = date == null ? null : String.valueOf(date.edtf());
        }
        if (dated != null && dated.isRelative()) {
            derived.add("date");
            var sentence = dated.context();
            if (sentence != null && sentence.number() != scene.sentence().number()) {
                context.add(scene.evidence.passage(sentence));
            }
        }
        if (dated != null && dated.isStatedHere() && !stretch.holds(dated.span().from())) {
            derived.add("date");
            printed = null;
            addContext(context, dated.span().from(), dated.span().to());
        }
        var who = within(all, stretch, context);
        if (who.stream().anyMatch(a -> a.printed() == null)) {
            derived.add("parties");
        }
        if (known != null) {
            derived.add("nameAsPrinted");
            context.add(known.said().statedIn());
        }
        var type = InstrumentType.parse(it.name().type());
        var rules = dated == null ? List.of(span.rule()) : List.of(span.rule(), dated.rule());
        var said = said(
                type,
                scene.evidence.passage(scene.reading, stretch),
                context,
                rules,
                derived,
                Signing.mode(scene, it.first()));
        scene.uses(said.id(), dated == null || !dated.isStatedHere() ? List.of(span) : List.of(span, dated.span()));
        var term = listedTerm == null ? InstrumentTerm.inName(scene, span) : listedTerm;
        var provisions = InstrumentProvisions.of(scene, span, date);
        claims.add(new Instrument(
                said,
                type,
                known == null ? EventReader.shorten(scene.reading.words(span)) : known.nameAsPrinted(),
                date,
                printed,
                who,
                places.of(it, dated),
                signers.persons(it),
                term == null ? InstrumentProvisions.term(provisions, date) : term,
                provisions));
    }

    private HistoricalDate when(Timeline.Dated dated) {
        return dated.isStatedHere() ? dates.whenSigned(dated) : dated.date();
    }

    /** A further passage on an instrument that was named before: its name, date and parties come from there. */
    void addFurther(Named it, Instrument known) {
        var derived = new TreeSet<>(List.of("nameAsPrinted", "parties"));
        var span = it.span();
        var said = said(
                known.type(),
                scene.evidence.passage(scene.reading, stretch(span, null, List.of())),
                List.of(known.said().statedIn()),
                List.of(span.rule(), "context.named"),
                derived,
                null);
        scene.uses(said.id(), List.of(span));
        var who = known.parties().stream()
                .map(a -> new ActorRef(a.code(), a.key(), null))
                .toList();
        var provisions = InstrumentProvisions.of(scene, span, known.date());
        var term = InstrumentProvisions.term(provisions, known.date());
        claims.add(new Instrument(
                said, known.type(), known.nameAsPrinted(), null, null, who, null, List.of(), term, provisions));
    }

    private static Said.Factuality factuality(@Nullable String mode) {
        return switch (mode == null ? "" : mode) {
            case "%unsigned.intended" -> Said.Factuality.INTENDED;
            case "%unsigned.requested" -> Said.Factuality.REQUESTED;
            case "%unsigned.conditional" -> Said.Factuality.CONDITIONAL;
            default -> Said.Factuality.ACTUAL;
        };
    }

    private Said said(
            InstrumentType type,
            Passage passage,
            List<Passage> context,
            List<String> rules,
            TreeSet<String> derived,
            @Nullable String mode) {
        return new Said(
                scene.evidence.id(scene.sentence(), "agreement", type.code()),
                passage,
                context,
                "%unsigned.denied".equals(mode) ? Said.Polarity.DENIED : Said.Polarity.AFFIRMED,
                factuality(mode),
                null,
                rules,
                derived,
                Confidence.of(rules.get(0), derived));
    }

    /** The tokens that say it: the name with its date and who signs, or what of these stands near enough. */
    private Clause stretch(Span span, Timeline.@Nullable Dated dated, List<ActorRef> who) {
        int from = span.from();
        int to = span.to();
        if (dated != null && dated.isStatedHere()) {
            from = Math.min(from, dated.span().from());
            to = Math.max(to, dated.span().to());
        }
        if (length(from, to) > PASSAGE) {
            from = span.from();
            to = span.to();
        }
        int first = from;
        int last = to;
        for (var actor : scene.actors) {
            if (who.contains(actor.ref()) && actor.byName()) {
                first = Math.min(first, actor.from());
                last = Math.max(last, actor.to());
            }
        }
        boolean fits = length(first, last) <= PASSAGE;
        return Evidence.stretch(scene.reading, fits ? first : from, fits ? last : to);
    }

    /** Who is not named in the passage itself is known from its context. */
    private List<ActorRef> within(List<ActorRef> who, Clause stretch, List<Passage> context) {
        var out = new ArrayList<ActorRef>();
        for (var party : who) {
            Sides.Actor named = null;
            for (var actor : scene.actors) {
                if (actor.byName() && actor.ref().equals(party)) {
                    named = actor;
                    if (stretch.holds(actor.from())) {
                        break;
                    }
                }
            }
            if (named == null || stretch.holds(named.from())) {
                out.add(party);
            } else {
                out.add(new ActorRef(party.code(), party.key(), null));
                addContext(context, named.from(), named.to());
            }
        }
        return out;
    }

    private void addContext(List<Passage> context, int from, int to) {
        var passage = scene.evidence.passage(scene.reading, Evidence.stretch(scene.reading, from, to));
        if (!context.contains(passage)) {
            context.add(passage);
        }
    }

    private int length(int from, int to) {
        return scene.reading.token(to - 1).end() - scene.reading.token(from).start();
    }
}
