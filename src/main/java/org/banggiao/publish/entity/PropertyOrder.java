package org.banggiao.publish.entity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;

/** The order in which one reads properties, on pages and in Turtle alike: what, when, who, where, how much; then the rest. */
public final class PropertyOrder {
    /** What is read first of things: events, instruments, aid flows. */
    public static final List<Node> OF_THINGS = List.of(
            Vocabulary.EVENT_TYPE,
            Vocabulary.INSTRUMENT_TYPE,
            Vocabulary.DATE,
            Vocabulary.DATE_OF_SIGNATURE,
            Vocabulary.DATE_AS_PRINTED,
            Vocabulary.ENTRY_INTO_FORCE,
            Vocabulary.TERM,
            Vocabulary.PARTICIPANT,
            Vocabulary.PARTICIPATION,
            Vocabulary.CONTRACTING_PARTY,
            Vocabulary.SIGNING_BODY,
            Vocabulary.SIGNED_BY,
            Vocabulary.DONOR,
            Vocabulary.RECIPIENT,
            Vocabulary.INVOLVES_PERSON,
            Vocabulary.PLACE,
            Vocabulary.PLACE_OF_SIGNATURE,
            Vocabulary.FLOW_STAGE,
            Vocabulary.FINANCE_TYPE,
            Vocabulary.SECTOR,
            Vocabulary.AID_TYPE,
            Vocabulary.AMOUNT,
            Vocabulary.ITEM,
            Vocabulary.REALISATION,
            Vocabulary.NAME_AS_PRINTED,
            Vocabulary.UNDER_INSTRUMENT,
            Vocabulary.UNDER_AS_PRINTED,
            Vocabulary.SIGNS);

    /** What is read first of claims. */
    public static final List<Node> OF_CLAIMS = List.of(
            Vocabulary.SAID_TYPE,
            Vocabulary.SAID_NAME_AS_PRINTED,
            Vocabulary.SAID_DATE,
            Vocabulary.SAID_DATE_AS_PRINTED,
            Vocabulary.SAID_VALID,
            Vocabulary.SAID_ACTOR,
            Vocabulary.SAID_PARTY,
            Vocabulary.SAID_DONOR,
            Vocabulary.SAID_RECIPIENT,
            Vocabulary.SAID_PERSON,
            Vocabulary.SAID_SIGNATORY,
            Vocabulary.SAID_PLACE,
            Vocabulary.SAID_STAGE,
            Vocabulary.SAID_TERMS,
            Vocabulary.SAID_SECTOR,
            Vocabulary.SAID_AID_TYPE,
            Vocabulary.SAID_AMOUNT,
            Vocabulary.SAID_ITEM,
            Vocabulary.SAID_UNDER,
            Vocabulary.SAID_ABOUT,
            Vocabulary.SAID_NAMING);

    /** What is computed, for those who compute. */
    public static final Set<Node> COMPUTED = Set.of(
            Vocabulary.EARLIEST_START,
            Vocabulary.LATEST_START,
            Vocabulary.EARLIEST_END,
            Vocabulary.LATEST_END,
            Vocabulary.START,
            Vocabulary.END,
            Vocabulary.YEAR,
            Vocabulary.COVERS_YEAR,
            Vocabulary.TEMPORAL_KIND,
            Vocabulary.TERM_START,
            Vocabulary.TERM_END,
            Vocabulary.PARTICIPANT_COUNTRY,
            Vocabulary.CONTRACTING_COUNTRY,
            Vocabulary.DONOR_COUNTRY,
            Vocabulary.RECIPIENT_COUNTRY,
            Vocabulary.DONOR_SET,
            Vocabulary.SUMMABLE_AMOUNT,
            Vocabulary.SUMMABILITY,
            Vocabulary.MERGING,
            Vocabulary.RECORD_CODE,
            Vocabulary.DIGEST,
            Vocabulary.PROVISIONAL,
            Vocabulary.REVIEW_STATUS,
            Vocabulary.DERIVED_FROM,
            Vocabulary.HAS_SELECTOR,
            SKOS.notation.asNode());

    private static final List<Node> NAMES =
            List.of(Vocabulary.TYPE, Vocabulary.LABEL, Vocabulary.PREF_LABEL, Vocabulary.TITLE, Vocabulary.ALT_LABEL);
    private static final Map<Node, Integer> RANKS = ranks();
    private static final int COMPUTED_RANK = 10_000;
    private static final int CLAIMS_RANK = 20_000;

    /** What it is and is called, then as on pages, then the rest by address, then what is computed, then the claims. */
    static final Comparator<Node> IN_TEXT =
            Comparator.comparingInt(PropertyOrder::rank).thenComparing(Subgraph.ORDER);

    private PropertyOrder() {}

    private static Map<Node, Integer> ranks() {
        var ranks = new HashMap<Node, Integer>();
        for (var list : List.of(NAMES, OF_THINGS, OF_CLAIMS)) {
            list.forEach(property -> ranks.putIfAbsent(property, ranks.size()));
        }
        return Map.copyOf(ranks);
    }

    private static int rank(Node property) {
        if (property.equals(Vocabulary.HAS_CLAIM) || property.equals(Vocabulary.CONFLICT)) {
            return CLAIMS_RANK;
        }
        return COMPUTED.contains(property) ? COMPUTED_RANK : RANKS.getOrDefault(property, RANKS.size());
    }
}
