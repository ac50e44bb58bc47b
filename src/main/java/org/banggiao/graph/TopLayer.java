package org.banggiao.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.banggiao.authority.Authority;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.Instrument;
import org.banggiao.claim.InstrumentType;
import org.banggiao.claim.Labels;
import org.banggiao.claim.PersonRef;
import org.banggiao.claim.PlaceRef;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * One node for each thing, with simple triples computed from its claims by one rule. Only claims that affirm the thing
 * decide. Actors, persons and places are all that some claim gives; the type is that of the earliest passage; dates follow
 * {@link DateDecision}, sums of money {@link AidLayer}. What denies the thing stays visible as a conflict.
 */
final class TopLayer {
    private final Iris iris;
    private final Keys keys;
    private final Actors actors;
    private final Labels labels;
    private final QuadSink sink;
    private final FlowWords flowWords;
    private final Conflicts conflicts;
    private final AidLayer aid;
    private final InstrumentNames instruments = new InstrumentNames();
    private final InstrumentTerms terms;
    private final EventClasses eventClasses;
    private final Participations participations;
    private final List<Signed> signed = new ArrayList<>();

    private record Signed(
            Node instrument,
            Instrument claim,
            Subject subject,
            DateDecision date,
            Set<String> parties,
            List<Node> places) {}

    TopLayer(Iris iris, Keys keys, Actors actors, Authority authority, Graph schema, QuadSink sink) {
        this.iris = iris;
        this.keys = keys;
        this.actors = actors;
        this.labels = new Labels(authority);
        this.flowWords = new FlowWords(schema);
        this.sink = sink;
        this.conflicts = new Conflicts(iris, keys, sink);
        this.aid = new AidLayer(iris, actors, schema, instruments, conflicts, sink);
        this.eventClasses = new EventClasses(schema);
        this.terms = new InstrumentTerms(instruments, schema, sink);
        this.participations = new Participations(iris, actors, authority, sink);
    }

    /** All subjects of a build. */
    void describe(List<Subject> subjects) {
        var promises = Promises.of(subjects);
        var deliveries = new Deliveries(subjects);
        var projects = Works.projects(subjects);
        for (var subject : subjects) {
            var node = node(subject);
            common(subject, node, deliveries);
            var deciding = new Deciding(subject.claims());
            switch (subject.resourceClass()) {
                case EVENT -> event(subject, node, deciding);
                case PLAN -> plan(subject, promises, node, deciding);
                case INSTRUMENT -> instrument(subject, node, deciding);
                case AID_FLOW -> {
                    var date = date(subject, node, deciding, Vocabulary.DATE);
                    aid.describe(node, subject, deliveries.stage(subject), deciding, date);
                    deliveries.fulfils(subject).ifPresent(p -> sink.add(node, Vocabulary.FULFILS, node(p)));
                    deliveries.reportsOn(subject).ifPresent(p -> sink.add(node, Vocabulary.REPORTS_ON, node(p)));
                    deliveries.outcome(subject).ifPresent(o -> realisation(node, o.realisation(), o.asOf()));
                    projects.stream()
                            .filter(p -> Works.funds(subject, p))
                            .forEach(p -> sink.add(node, Vocabulary.FUNDS_PROJECT, node(p)));
                }
            }
            deciding.describe(sink, keys, iris);
        }
        signings();
        terms.relate();
        aid.describeSums();
    }

    private Node node(Subject subject) {
        return iris.id(subject.resourceClass().path(), keys.of(subject).value());
    }

    private Node claimNode(Claim claim) {
        return iris.id("claim", keys.of(claim).value());
    }

    private void common(Subject subject, Node node, Deliveries deliveries) {
        subject.all().forEach(c -> sink.add(node, Vocabulary.HAS_CLAIM, claimNode(c)));
        mergings(subject, node);
        if (keys.of(subject).isProvisional()) {
            sink.yes(node, Vocabulary.PROVISIONAL);
        }
        if (!subject.denials().isEmpty()) {
            conflicts.describe(
                    node, "polarity", Vocabulary.SAID_POLARITY, subject.all().toList());
        }
        var claims = subject.claims();
        var date = DateDecision.of(subject.claims()).map(DateDecision::date).orElse(null);
        boolean isPlan = subject.resourceClass() == Subject.Class.PLAN;
        boolean isFlow = subject.resourceClass() == Subject.Class.AID_FLOW;
        sink.label(
                node,
                (isPlan ? "Dự định: " : "")
                        + labels.vi(claims, date)
                        + (isFlow ? flowWords.of(claims, deliveries.stage(subject), "vi") : ""),
                (isPlan ? "Planned: " : "")
                        + labels.en(claims, date)
                        + (isFlow ? flowWords.of(claims, deliveries.stage(subject), "en") : ""));
    }

    /** Why each further claim of the subject was taken to speak of the same thing. */
    private void mergings(Subject subject, Node node) {
        var thing = subject.thing();
        var own = subject.all().toList();
        for (int i = 1; i < thing.claims().size(); i++) {
            var claim = thing.claims().get(i);
            if (own.contains(claim)) {
                var merging = Iris.part(node, "merging", i);
                sink.add(node, Vocabulary.MERGING, merging);
                sink.add(merging, Vocabulary.TYPE, Vocabulary.MERGING_CLASS);
                sink.add(merging, Vocabulary.MERGED_CLAIM, claimNode(claim));
                sink.text(merging, Vocabulary.MERGE_REASON, thing.reasons().get(i - 1), "en");
            }
        }
    }

    private void realisation(Node node, String realisation, @Nullable HistoricalDate asOf) {
        sink.add(node, Vocabulary.REALISATION, Iris.code("realisation", realisation));
        sink.edtf(node, Vocabulary.REALISATION_AS_OF, asOf == null ? null : asOf.edtf());
    }

    private @Nullable DateDecision date(Subject subject, Node node, Deciding deciding, Node property) {
        var decision = DateDecision.of(subject.claims()).orElse(null);
        if (decision != null) {
            decision.deciding().forEach(c -> deciding.note(c, property));
            if (property.equals(Vocabulary.DATE)) {
                Dates.describe(sink, node, decision.date(), decision.printed());
            } else {
                sink.edtf(node, property, decision.date().edtf());
                sink.text(node, Vocabulary.DATE_AS_PRINTED, decision.printed(), "vi");
                Dates.years(sink, node, decision.date());
            }
            if (!decision.conflicting().isEmpty()) {
                conflicts.describe(node, "date", property, decision.conflicting());
            }
        }
        return decision;
    }

    private static @Nullable HistoricalDate on(@Nullable DateDecision decision) {
        return decision == null ? null : decision.date();
    }

    private void event(Subject subject, Node node, Deciding deciding) {
        var first = (DiplomaticEvent) subject.claims().get(0);
        sink.add(node, Vocabulary.TYPE, eventClasses.of(first));
        deciding.note(first, Vocabulary.TYPE);
        sink.add(node, Vocabulary.EVENT_TYPE, GuideTerms.eventType(first.type()));
        actEvent(subject, node, deciding);
    }

    /** What events and planned events have in common. */
    private void actEvent(Subject subject, Node node, Deciding deciding) {
        var on = on(date(subject, node, deciding, Vocabulary.DATE));
        var countries =
                participants(node, deciding.union(Vocabulary.PARTICIPANT, c -> ((DiplomaticEvent) c).actors()), on);
        var persons = deciding.union(Vocabulary.INVOLVES_PERSON, c -> ((DiplomaticEvent) c).persons());
        people(node, Vocabulary.INVOLVES_PERSON, persons);
        participations.describe(node, persons, null, countries, on);
        places(node, Vocabulary.PLACE, deciding.union(Vocabulary.PLACE, c -> placeOf(((DiplomaticEvent) c).place())));
        deciding.first(Vocabulary.NAME_AS_PRINTED, c -> ((DiplomaticEvent) c).about())
                .ifPresent(a -> sink.text(node, Vocabulary.NAME_AS_PRINTED, a, "vi"));
    }

    private void plan(Subject subject, Promises promises, Node node, Deciding deciding) {
        sink.add(node, Vocabulary.TYPE, Vocabulary.PLANNED_ACT);
        switch (subject.claims().get(0)) {
            case DiplomaticEvent e -> {
                sink.add(node, Vocabulary.EVENT_TYPE, GuideTerms.eventType(e.type()));
                actEvent(subject, node, deciding);
            }
            case Instrument i -> {
                sink.add(node, Vocabulary.EVENT_TYPE, Iris.code("eventtype", "signing"));
                var on = on(date(subject, node, deciding, Vocabulary.DATE));
                var unused =
                        participants(node, deciding.union(Vocabulary.PARTICIPANT, c -> ((Instrument) c).parties()), on);
                sink.text(node, Vocabulary.NAME_AS_PRINTED, i.nameAsPrinted(), "vi");
            }
            case AidFlow a -> throw new IllegalArgumentException("an aid flow has stages and is no plan: " + a);
        }
        var realised = promises.realisedBy(subject);
        if (realised.isPresent()) {
            sink.add(node(realised.get()), Vocabulary.REALISES, node);
            realisation(node, "occurred", dateOf(realised.get().claims()));
        } else if (!subject.denials().isEmpty()) {
            realisation(node, "did-not", dateOf(subject.denials()));
        } else {
            realisation(node, "unknown", null);
        }
    }

    private static @Nullable HistoricalDate dateOf(List<Claim> claims) {
        return DateDecision.of(claims).map(DateDecision::date).orElse(null);
    }

    private void instrument(Subject subject, Node node, Deciding deciding) {
        var first = (Instrument) subject.claims().get(0);
        sink.add(node, Vocabulary.TYPE, GuideTerms.instrumentClass(first.type()));
        deciding.note(first, Vocabulary.TYPE);
        sink.add(node, Vocabulary.INSTRUMENT_TYPE, GuideTerms.instrumentType(first.type()));
        deciding.first(Vocabulary.NAME_AS_PRINTED, c -> ((Instrument) c).nameAsPrinted())
                .ifPresent(n -> sink.text(node, Vocabulary.NAME_AS_PRINTED, n, "vi"));
        var date = date(subject, node, deciding, Vocabulary.DATE_OF_SIGNATURE);
        var on = on(date);
        var parties = new TreeSet<String>();
        for (var actor : resolved(deciding.union(Vocabulary.CONTRACTING_PARTY, c -> ((Instrument) c).parties()), on)) {
            sink.add(node, Vocabulary.CONTRACTING_PARTY, actor.iri());
            country(node, Vocabulary.CONTRACTING_COUNTRY, actor);
            parties.add(actor.country() == null ? actor.key() : actor.country());
            if (actor.key().startsWith("organisation:") && actor.country() != null) {
                sink.add(node, Vocabulary.SIGNING_BODY, actor.iri());
            }
        }
        people(node, Vocabulary.SIGNED_BY, deciding.union(Vocabulary.SIGNED_BY, c -> ((Instrument) c).signatories()));
        var places = places(
                node,
                Vocabulary.PLACE_OF_SIGNATURE,
                deciding.union(Vocabulary.PLACE_OF_SIGNATURE, c -> placeOf(((Instrument) c).place())));
        terms.describe(node, deciding, on);
        terms.subjects(node, first.nameAsPrinted());
        if (date != null) {
            signed.add(new Signed(node, first, subject, date, parties, places));
        }
        instruments.add(node, first.nameAsPrinted());
    }

    /** Writes who takes part; gives the countries behind them, by key. */
    private Set<String> participants(Node node, List<ActorRef> refs, @Nullable HistoricalDate on) {
        var countries = new TreeSet<String>();
        for (var actor : resolved(refs, on)) {
            sink.add(node, Vocabulary.PARTICIPANT, actor.iri());
            country(node, Vocabulary.PARTICIPANT_COUNTRY, actor);
            if (actor.country() != null) {
                countries.add(actor.country());
            }
        }
        return countries;
    }

    /** Who is meant, without a country of which a state is meant too: one party named in two ways is one. */
    private List<Actors.Resolved> resolved(List<ActorRef> refs, @Nullable HistoricalDate on) {
        var all = refs.stream().map(ref -> actors.actor(ref, on)).toList();
        return all.stream()
                .filter(a -> all.stream()
                        .noneMatch(b -> b.key().startsWith("state:") && a.key().equals(b.country())))
                .toList();
    }

    private void country(Node node, Node property, Actors.Resolved actor) {
        if (actor.country() != null) {
            sink.add(node, property, iris.ofKey(actor.country()));
        }
    }

    private void people(Node node, Node property, List<PersonRef> refs) {
        refs.forEach(p -> sink.add(node, property, actors.person(p)));
    }

    private List<Node> places(Node node, Node property, List<PlaceRef> refs) {
        var nodes = refs.stream().map(actors::place).distinct().toList();
        nodes.forEach(p -> sink.add(node, property, p));
        return nodes;
    }

    private static List<PlaceRef> placeOf(@Nullable PlaceRef place) {
        return place == null ? List.of() : List.of(place);
    }

    /** One signing for each day and set of parties; a date coarser than a day tells nothing of what was signed together. */
    private void signings() {
        var together = new TreeMap<String, List<Signed>>();
        for (var it : signed) {
            boolean isDay = it.date().date() instanceof DatePoint p && p.grain() == DatePoint.Grain.DAY;
            var key = isDay && !it.parties().isEmpty()
                    ? it.date().date().edtf() + " " + it.parties()
                    : it.instrument().getURI();
            together.computeIfAbsent(key, k -> new ArrayList<>()).add(it);
        }
        together.values().forEach(this::signing);
    }

    private void signing(List<Signed> together) {
        var first = together.get(0);
        var node = Iris.part(first.instrument(), "signing");
        sink.add(node, Vocabulary.TYPE, Vocabulary.SIGNING);
        sink.add(node, Vocabulary.EVENT_TYPE, Iris.code("eventtype", "signing"));
        var date = first.date().date();
        Dates.describe(sink, node, date, first.date().printed());
        var parties = new LinkedHashSet<ActorRef>();
        var signatories = new ArrayList<PersonRef>();
        for (var it : together) {
            sink.add(node, Vocabulary.SIGNS, it.instrument());
            sink.add(node, Vocabulary.DERIVED_FROM, it.instrument());
            it.subject().claims().forEach(c -> sink.add(node, Vocabulary.HAS_CLAIM, claimNode(c)));
            it.places().forEach(p -> sink.add(node, Vocabulary.PLACE, p));
            it.subject().claims().forEach(c -> {
                parties.addAll(((Instrument) c).parties());
                people(node, Vocabulary.INVOLVES_PERSON, ((Instrument) c).signatories());
                signatories.addAll(((Instrument) c).signatories());
            });
            if (keys.of(it.subject()).isProvisional()) {
                sink.yes(node, Vocabulary.PROVISIONAL);
            }
        }
        // Of all together: one party named as a country here and as a state there takes part once.
        var countries = participants(node, List.copyOf(parties), date);
        participations.describe(node, signatories, Participations.SIGNATORY, countries, date);
        signingLabel(node, together, date);
    }

    private void signingLabel(Node node, List<Signed> together, HistoricalDate date) {
        var first = together.get(0).claim();
        var claims = together.get(0).subject().claims();
        if (together.size() == 1) {
            boolean isStatement = first.type() == InstrumentType.JOINT_STATEMENT;
            sink.label(
                    node,
                    (isStatement ? "Ra " : "Ký ") + lower(labels.vi(claims, date)),
                    (isStatement ? "Adoption: " : "Signing: ") + labels.en(claims, date));
            return;
        }
        var vi = together.get(0).parties().stream()
                .map(p -> actors.names(p).vi())
                .toList();
        var en = together.get(0).parties().stream()
                .map(p -> actors.names(p).en())
                .toList();
        sink.label(
                node,
                "Ký " + together.size() + " văn kiện giữa " + Labels.and(vi, "và") + ", " + Labels.vietnamese(date),
                "Signing of " + together.size() + " instruments between " + Labels.and(en, "and") + ", "
                        + Labels.english(date));
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
