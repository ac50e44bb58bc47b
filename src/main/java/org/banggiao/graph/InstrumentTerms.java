package org.banggiao.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Instrument;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * How instruments hold, and what they do to others. The days of a term are those that its interval gives; where the sources
 * give only a number of years, they are counted from entry into force, else from signature. Renewal is not counted in: that
 * it took place is for events to say.
 */
final class InstrumentTerms {
    private final InstrumentNames names;
    private final Concepts subjects;
    private final QuadSink sink;
    private final List<Relation> relations = new ArrayList<>();

    private record Relation(Node instrument, Node property, String name) {}

    InstrumentTerms(InstrumentNames names, Graph schema, QuadSink sink) {
        this.names = names;
        this.subjects = Concepts.of(schema, "subject");
        this.sink = sink;
    }

    void describe(Node node, Deciding deciding, @Nullable HistoricalDate signed) {
        var valid = deciding.first(Vocabulary.TERM, c -> instrument(c).valid()).orElse(null);
        var years = deciding.first(
                        Vocabulary.TERM_YEARS, c -> instrument(c).provisions().termYears())
                .orElse(null);
        var inForce = deciding.first(
                        Vocabulary.ENTRY_INTO_FORCE,
                        c -> instrument(c).provisions().entryIntoForce())
                .orElse(null);
        sink.edtf(node, Vocabulary.TERM, valid == null ? null : valid.edtf());
        sink.whole(node, Vocabulary.TERM_YEARS, years);
        sink.edtf(node, Vocabulary.ENTRY_INTO_FORCE, inForce == null ? null : inForce.edtf());
        var counted = inForce != null ? inForce : years != null ? signed : null;
        sink.day(node, Vocabulary.TERM_START, start(valid != null ? valid : counted));
        sink.day(node, Vocabulary.TERM_END, valid != null ? end(valid) : end(counted, years));
        deciding.first(
                        Vocabulary.TACIT_RENEWAL_TERM,
                        c -> instrument(c).provisions().renewalYears())
                .ifPresent(y -> sink.whole(node, Vocabulary.TACIT_RENEWAL_TERM, y));
        deciding.first(Vocabulary.NOTICE_PERIOD, c -> instrument(c).provisions().noticeMonths())
                .ifPresent(m -> sink.whole(node, Vocabulary.NOTICE_PERIOD, m));
        deciding.first(
                        Vocabulary.DOCUMENT_NUMBER,
                        c -> instrument(c).provisions().number())
                .ifPresent(n -> sink.text(node, Vocabulary.DOCUMENT_NUMBER, n));
        relation(
                node,
                Vocabulary.REPLACES,
                deciding.first(
                        Vocabulary.REPLACES, c -> instrument(c).provisions().replaces()));
        relation(
                node,
                Vocabulary.AMENDS,
                deciding.first(
                        Vocabulary.AMENDS, c -> instrument(c).provisions().amends()));
        relation(
                node,
                Vocabulary.SUPPLEMENTS,
                deciding.first(
                        Vocabulary.SUPPLEMENTS, c -> instrument(c).provisions().supplements()));
    }

    /** What an instrument is about, by the words of its name. */
    void subjects(Node node, String name) {
        subjects.all(name).forEach(s -> sink.add(node, Vocabulary.SUBJECT, s));
    }

    /** What needs all instruments: which of them the others name. */
    void relate() {
        for (var it : relations) {
            names.named(it.name())
                    .filter(other -> !other.equals(it.instrument()))
                    .ifPresent(other -> sink.add(it.instrument(), it.property(), other));
        }
    }

    private void relation(Node node, Node property, Optional<String> name) {
        name.ifPresent(n -> relations.add(new Relation(node, property, n)));
    }

    private static @Nullable LocalDate start(@Nullable HistoricalDate date) {
        return date == null ? null : date.earliestStart().orElse(null);
    }

    private static @Nullable LocalDate end(HistoricalDate date) {
        return date.latestEnd().orElse(null);
    }

    private static @Nullable LocalDate end(@Nullable HistoricalDate from, @Nullable Integer years) {
        var end = from == null || years == null ? null : end(from);
        return end == null || years == null ? null : end.plusYears(years);
    }

    private static Instrument instrument(Claim claim) {
        return (Instrument) claim;
    }
}
