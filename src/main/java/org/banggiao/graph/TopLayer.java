package org.banggiao.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
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
    private final List<Signed> signed = new ArrayList<>();

    private record Signed(
            Node instrument,
            Instrument claim,
            Subject subject,
            DateDecision date,
            Set<String> parties,
            List<Node> places) {}

    TopLayer(
            Iris iris,
            Keys keys,
            Actors actors,
            Labels labels,
            FlowWords flowWords,
            Currencies currencies,
            Units units,
            QuadSink sink) {
        this.iris = iris;
        this.keys = keys;
        this.actors = actors;
        this.labels = labels;
        this.flowWords = flowWords;
        this.sink = sink;
        this.conflicts = new Conflicts(iris, keys, sink);
        this.aid = new AidLayer(iris, actors, currencies, units, conflicts, sink);
    }

    /** All subjects of a build. */
    void describe(List<Subject> subjects) {
        var promises = Promises.of(subjects);
        for (var subject : subjects) {
            var node = node(subject);
            common(subject, node, promises);
            var deciding = new Deciding(subject.claims());
            switch (subject.resourceClass()) {
                case EVENT -> event(subject, node, deciding);
                case PLAN -> plan(subject, promises, node, deciding);
                case INSTRUMENT -> instrument(subject, node, deciding);
                case AID_FLOW -> {
                    var date = date(subject, node, deciding, Vocabulary.DATE);
                    aid.describe(node, subject, promises.stage(subject), deciding, date);
                    promises.fulfils(subject).ifPresent(p -> sink.add(node, Vocabulary.FULFILS, node(p)));
                }
            }
            deciding.describe(sink, keys, iris);
        }
        signings();
        aid.describeSums();
    }

    private Node node(Subject subject) {
        return iris.id(subject.resourceClass().path(), keys.of(subject).value());
    }

    private Node claimNode(Claim claim) {
        return iris.id("claim", keys.of(claim).value());
    }

    private void common(Subject subject, Node node, Promises promises) {
        subject.all().forEach(c -> sink.add(node, Vocabulary.HAS_CLAIM, claimNode(c)));
        subject.thing().reasons().forEach(r -> sink.text(node, Vocabulary.MERGE_REASON, r, "en"));
        if (keys.of(subject).isProvisional()) {
            sink.yes(node, Vocabulary.PROVISIONAL);
        }
        if (!subject.denials().isEmpty()) {
            conflicts.describe(
                    node, "polarity", Vocabulary.SAID_POLARITY, subject.all().toList());
        }
        var claim = subject.claims().get(0);
        var date = DateDecision.of(subject.claims()).map(DateDecision::date).orElse(null);
        boolean isPlan = subject.resourceClass() == Subject.Class.PLAN;
        boolean isFlow = subject.resourceClass() == Subject.Class.AID_FLOW;
        sink.label(
                node,
                (isPlan ? "Dự định: " : "")
                        + labels.vi(claim, date)
                        + (isFlow ? flowWords.of(subject.claims(), promises.stage(subject), "vi") : ""),
                (isPlan ? "Planned: " : "")
                        + labels.en(claim, date)
                        + (isFlow ? flowWords.of(subject.claims(), promises.stage(subject), "en") : ""));
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
        sink.add(node, Vocabulary.TYPE, GuideTerms.eventClass(first.type()));
        deciding.note(first, Vocabulary.TYPE);
        sink.add(node, Vocabulary.EVENT_TYPE, GuideTerms.eventType(first.type()));
        actEvent(subject, node, deciding);
    }

    /** What events and planned events have in common. */
    private void actEvent(Subject subject, Node node, Deciding deciding) {
        var on = on(date(subject, node, deciding, Vocabulary.DATE));
        participants(node, deciding.union(Vocabulary.PARTICIPANT, c -> ((DiplomaticEvent) c).actors()), on);
        people(
                node,
                Vocabulary.INVOLVES_PERSON,
                deciding.union(Vocabulary.INVOLVES_PERSON, c -> ((DiplomaticEvent) c).persons()));
        places(node, Vocabulary.PLACE, deciding.union(Vocabulary.PLACE, c -> placeOf(((DiplomaticEvent) c).place())));
        deciding.first(Vocabulary.NAME_AS_PRINTED, c -> ((DiplomaticEvent) c).about())
                .ifPresent(a -> sink.text(node, Vocabulary.NAME_AS_PRINTED, a, "vi"));
    }

    private void plan(Subject subject, Promises promises, Node node, Deciding deciding) {
        sink.add(node, Vocabulary.TYPE, Vocabulary.PLANNED_ACT);
        var realisation = subject.denials().isEmpty() ? "unknown" : "did-not";
        switch (subject.claims().get(0)) {
            case DiplomaticEvent e -> {
                sink.add(node, Vocabulary.EVENT_TYPE, GuideTerms.eventType(e.type()));
                actEvent(subject, node, deciding);
            }
            case Instrument i -> {
                sink.add(node, Vocabulary.EVENT_TYPE, Iris.code("eventtype", "signing"));
                var on = on(date(subject, node, deciding, Vocabulary.DATE));
                participants(node, deciding.union(Vocabulary.PARTICIPANT, c -> ((Instrument) c).parties()), on);
                sink.text(node, Vocabulary.NAME_AS_PRINTED, i.nameAsPrinted(), "vi");
            }
            case AidFlow a -> throw new IllegalArgumentException("an aid flow has stages and is no plan: " + a);
        }
        var realised = promises.realisedBy(subject);
        if (realised.isPresent()) {
            sink.add(node(realised.get()), Vocabulary.REALISES, node);
            realisation = "occurred";
        }
        sink.add(node, Vocabulary.REALISATION, Iris.code("realisation", realisation));
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
            parties.add(actor.key());
        }
        people(node, Vocabulary.SIGNED_BY, deciding.union(Vocabulary.SIGNED_BY, c -> ((Instrument) c).signatories()));
        var places = places(
                node,
                Vocabulary.PLACE_OF_SIGNATURE,
                deciding.union(Vocabulary.PLACE_OF_SIGNATURE, c -> placeOf(((Instrument) c).place())));
        deciding.first(Vocabulary.TERM, c -> ((Instrument) c).valid())
                .ifPresent(v -> sink.edtf(node, Vocabulary.TERM, v.edtf()));
        if (date != null) {
            signed.add(new Signed(node, first, subject, date, parties, places));
        }
        aid.addInstrument(node, first.nameAsPrinted());
    }

    private void participants(Node node, List<ActorRef> refs, @Nullable HistoricalDate on) {
        for (var actor : resolved(refs, on)) {
            sink.add(node, Vocabulary.PARTICIPANT, actor.iri());
            country(node, Vocabulary.PARTICIPANT_COUNTRY, actor);
        }
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
        for (var it : together) {
            sink.add(node, Vocabulary.SIGNS, it.instrument());
            sink.add(node, Vocabulary.DERIVED_FROM, it.instrument());
            it.subject().claims().forEach(c -> sink.add(node, Vocabulary.HAS_CLAIM, claimNode(c)));
            it.places().forEach(p -> sink.add(node, Vocabulary.PLACE, p));
            it.subject().claims().forEach(c -> {
                participants(node, ((Instrument) c).parties(), date);
                people(node, Vocabulary.INVOLVES_PERSON, ((Instrument) c).signatories());
            });
            if (keys.of(it.subject()).isProvisional()) {
                sink.yes(node, Vocabulary.PROVISIONAL);
            }
        }
        signingLabel(node, together, date);
    }

    private void signingLabel(Node node, List<Signed> together, HistoricalDate date) {
        var first = together.get(0).claim();
        if (together.size() == 1) {
            boolean isStatement = first.type() == InstrumentType.JOINT_STATEMENT;
            sink.label(
                    node,
                    (isStatement ? "Ra " : "Ký ") + lower(labels.vi(first, date)),
                    (isStatement ? "Adoption: " : "Signing: ") + labels.en(first, date));
            return;
        }
        var parties = together.get(0).parties();
        sink.label(
                node,
                "Ký " + together.size() + " văn kiện: "
                        + parties.stream().map(p -> actors.names(p).vi()).collect(Collectors.joining(", ")) + ", "
                        + Labels.vietnamese(date),
                "Signing of " + together.size() + " instruments: "
                        + parties.stream().map(p -> actors.names(p).en()).collect(Collectors.joining(", ")) + ", "
                        + Labels.english(date));
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
