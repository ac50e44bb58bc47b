package org.banggiao.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.Instrument;
import org.banggiao.claim.Labels;
import org.banggiao.claim.Passage;
import org.banggiao.claim.PersonRef;
import org.banggiao.claim.PlaceRef;
import org.banggiao.claim.Provisions;
import org.banggiao.quantity.Amount;
import org.jspecify.annotations.Nullable;

/** Claims and their passages as quads of the graph of their source: the values as read, and where. */
final class ClaimMapper {
    private final Iris iris;
    private final Actors actors;
    private final Currencies currencies;
    private final Labels labels;
    private final Set<String> described = new HashSet<>();

    ClaimMapper(Iris iris, Actors actors, Currencies currencies, Labels labels) {
        this.iris = iris;
        this.actors = actors;
        this.currencies = currencies;
        this.labels = labels;
    }

    /** One claim; {@code run} is the extraction that read it, or null where nothing is known of it. */
    void describe(Claim claim, Node node, boolean isProvisional, @Nullable Node run, QuadSink sink) {
        var said = claim.said();
        sink.add(node, Vocabulary.TYPE, Vocabulary.CLAIM);
        sink.label(node, "Phát biểu: " + labels.vi(claim), "Claim: " + labels.en(claim));
        sink.add(node, Vocabulary.SAID_KIND, Iris.code("claimkind", claim.kind()));
        sink.add(node, Vocabulary.SAID_STATED_IN, passage(said.statedIn(), sink));
        for (var context : said.contextIn()) {
            sink.add(node, Vocabulary.SAID_CONTEXT_IN, passage(context, sink));
        }
        sink.add(node, Vocabulary.SAID_POLARITY, GuideTerms.polarity(said.polarity()));
        sink.add(node, Vocabulary.SAID_FACTUALITY, GuideTerms.factuality(said.factuality()));
        sink.text(node, Vocabulary.SAID_ATTRIBUTED_TO, said.attributedTo(), "vi");
        said.rule().forEach(r -> sink.text(node, Vocabulary.SAID_RULE, r));
        sink.text(node, Vocabulary.SAID_DERIVATION, String.join(" > ", said.rule()));
        for (var component : said.derivedFromContext()) {
            GuideTerms.saidProperty(component).ifPresent(p -> sink.add(node, Vocabulary.SAID_DERIVED_FROM_CONTEXT, p));
        }
        sink.decimal(node, Vocabulary.CONFIDENCE, said.confidence());
        sink.add(node, Vocabulary.REVIEW_STATUS, GuideTerms.reviewStatus(said.review()));
        sink.add(node, Vocabulary.WAS_GENERATED_BY, run);
        if (isProvisional) {
            sink.yes(node, Vocabulary.PROVISIONAL);
        }
        claim.knownDate().ifPresent(d -> sink.edtf(node, Vocabulary.SAID_DATE, d.edtf()));
        sink.text(node, Vocabulary.SAID_DATE_AS_PRINTED, claim.dateAsPrinted(), "vi");
        var values = new Values(node, sink);
        switch (claim) {
            case DiplomaticEvent e -> values.event(e);
            case Instrument i -> values.instrument(i);
            case AidFlow a -> values.flow(a);
        }
    }

    /** The address of a passage, which is described where it was not yet. */
    private Node passage(Passage passage, QuadSink sink) {
        var node = iris.passage(passage);
        if (described.add(passage.document() + " " + node.getURI())) {
            sink.add(node, Vocabulary.TYPE, Vocabulary.PASSAGE);
            sink.label(
                    node,
                    place(passage, "trang ", "chú thích ", "câu "),
                    place(passage, "page ", "note ", "sentence "));
            sink.add(node, Vocabulary.HAS_SOURCE, iris.sourceFile(passage.fileSha256()));
            var selector = Iris.part(node, "position");
            sink.add(node, Vocabulary.HAS_SELECTOR, selector);
            sink.add(selector, Vocabulary.TYPE, Vocabulary.TEXT_POSITION_SELECTOR);
            sink.whole(selector, Vocabulary.SELECTOR_START, passage.startInclusive());
            sink.whole(selector, Vocabulary.SELECTOR_END, passage.endExclusive());
            sink.whole(node, Vocabulary.PAGE, passage.page());
            sink.whole(node, Vocabulary.SECTION, passage.section());
            sink.whole(node, Vocabulary.NOTE, passage.note());
            sink.whole(node, Vocabulary.SENTENCE, passage.sentence());
            sink.text(node, Vocabulary.DIGEST, passage.digest());
        }
        return node;
    }

    private static String place(Passage passage, String page, String note, String sentence) {
        return passage.document()
                + (passage.page() == null ? "" : ", " + page + passage.page())
                + (passage.note() == null ? "" : ", " + note + (passage.note() == 0 ? "?" : passage.note()))
                + ", " + sentence + passage.sentence();
    }

    private final class Values {
        private final Node claim;
        private final QuadSink sink;
        private int namings;

        Values(Node claim, QuadSink sink) {
            this.claim = claim;
            this.sink = sink;
        }

        void event(DiplomaticEvent e) {
            sink.add(claim, Vocabulary.SAID_TYPE, GuideTerms.eventType(e.type()));
            actors(Vocabulary.SAID_ACTOR, e.actors());
            persons(Vocabulary.SAID_PERSON, e.persons());
            place(e.place());
            sink.text(claim, Vocabulary.SAID_ABOUT, e.about(), "vi");
        }

        void instrument(Instrument i) {
            sink.add(claim, Vocabulary.SAID_TYPE, GuideTerms.instrumentType(i.type()));
            sink.text(claim, Vocabulary.SAID_NAME_AS_PRINTED, i.nameAsPrinted(), "vi");
            actors(Vocabulary.SAID_PARTY, i.parties());
            persons(Vocabulary.SAID_SIGNATORY, i.signatories());
            place(i.place());
            if (i.valid() != null) {
                sink.edtf(claim, Vocabulary.SAID_VALID, i.valid().edtf());
            }
            provisions(i.provisions());
        }

        private void provisions(Provisions p) {
            sink.whole(claim, Vocabulary.SAID_TERM_YEARS, p.termYears());
            sink.whole(claim, Vocabulary.SAID_TACIT_RENEWAL_TERM, p.renewalYears());
            sink.whole(claim, Vocabulary.SAID_NOTICE_PERIOD, p.noticeMonths());
            if (p.entryIntoForce() != null) {
                sink.edtf(
                        claim,
                        Vocabulary.SAID_ENTRY_INTO_FORCE,
                        p.entryIntoForce().edtf());
            }
            sink.text(claim, Vocabulary.SAID_DOCUMENT_NUMBER, p.number());
            sink.text(claim, Vocabulary.SAID_REPLACES, p.replaces(), "vi");
            sink.text(claim, Vocabulary.SAID_AMENDS, p.amends(), "vi");
            sink.text(claim, Vocabulary.SAID_SUPPLEMENTS, p.supplements(), "vi");
        }

        void flow(AidFlow a) {
            actors(Vocabulary.SAID_DONOR, a.donors());
            actors(Vocabulary.SAID_RECIPIENT, a.recipients());
            sink.add(
                    claim,
                    Vocabulary.SAID_STAGE,
                    GuideTerms.stage(a.status(), a.said().factuality()));
            sink.add(claim, Vocabulary.SAID_TERMS, GuideTerms.financeType(a.terms()));
            sink.add(
                    claim,
                    Vocabulary.SAID_SECTOR,
                    GuideTerms.sector(a.category()).orElse(null));
            sink.add(
                    claim,
                    Vocabulary.SAID_AID_TYPE,
                    GuideTerms.aidType(a.category()).orElse(null));
            sink.text(claim, Vocabulary.SAID_UNDER, a.under(), "vi");
            int position = 0;
            for (var money : a.amounts()) {
                var figure = figure("amount", Vocabulary.SAID_AMOUNT, ++position);
                number(figure, money.amount());
                sink.add(figure, Vocabulary.SAID_UNIT, currencies.of(money.currency(), a.date()));
                sink.text(figure, Vocabulary.SAID_UNIT_AS_PRINTED, money.currency());
            }
            position = 0;
            for (var item : a.items()) {
                var figure = figure("item", Vocabulary.SAID_ITEM, ++position);
                if (item.amount() != null) {
                    number(figure, item.amount());
                }
                sink.text(figure, Vocabulary.SAID_UNIT_AS_PRINTED, item.unit());
                sink.text(figure, Vocabulary.SAID_WHAT, item.kind(), "vi");
            }
        }

        private Node figure(String part, Node property, int position) {
            var figure = Iris.part(claim, part, position);
            sink.add(claim, property, figure);
            sink.add(figure, Vocabulary.TYPE, Vocabulary.SAID_FIGURE);
            sink.whole(figure, Vocabulary.SAID_POSITION, position);
            return figure;
        }

        private void number(Node figure, Amount amount) {
            sink.decimal(figure, Vocabulary.SAID_VALUE, amount.value());
            if (amount.qualifier() == Amount.Qualifier.BETWEEN) {
                sink.decimal(figure, Vocabulary.SAID_MAX, amount.max());
            }
            sink.add(figure, Vocabulary.SAID_QUALIFIER, GuideTerms.qualifier(amount.qualifier()));
        }

        private void actors(Node property, List<ActorRef> refs) {
            for (var ref : refs) {
                var node = actors.actor(ref).iri();
                sink.add(claim, property, node);
                if (ref.printed() != null) {
                    var unused = naming(property, node, ref.printed());
                }
            }
        }

        private void persons(Node property, List<PersonRef> refs) {
            for (var ref : refs) {
                var node = actors.person(ref);
                sink.add(claim, property, node);
                var naming = naming(property, node, ref.printed());
                sink.text(naming, Vocabulary.SAID_TITLE, ref.title(), "vi");
                sink.add(naming, Vocabulary.SAID_PERSON_ROLE, Iris.code("role", Participations.role(ref.role())));
            }
        }

        private void place(@Nullable PlaceRef ref) {
            if (ref != null) {
                var node = actors.place(ref);
                sink.add(claim, Vocabulary.SAID_PLACE, node);
                var unused = naming(Vocabulary.SAID_PLACE, node, ref.printed());
            }
        }

        /** Writes how somebody or some place is named in a role; gives the naming. */
        private Node naming(Node role, Node named, String printed) {
            var node = Iris.part(claim, "naming", ++namings);
            sink.add(claim, Vocabulary.SAID_NAMING, node);
            sink.add(node, Vocabulary.TYPE, Vocabulary.NAMING);
            sink.add(node, Vocabulary.SAID_NAMES, named);
            sink.add(node, Vocabulary.SAID_IN_ROLE, role);
            sink.text(node, Vocabulary.SAID_AS_PRINTED, printed, "vi");
            sink.whole(node, Vocabulary.SAID_POSITION, namings);
            return node;
        }
    }
}
