package org.banggiao.graph;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.EventType;
import org.banggiao.claim.InstrumentType;
import org.banggiao.claim.Review;
import org.banggiao.claim.Said;
import org.banggiao.quantity.Amount;
import org.jspecify.annotations.Nullable;

/** From the fields of records to the terms of the ontology: one table, so that measuring and publishing speak of the same. */
final class GuideTerms {
    private GuideTerms() {}

    /** The class of an event's type; the event itself where no class says more. */
    static Node eventClass(EventType type) {
        return switch (type) {
            case VISIT -> Vocabulary.VISIT;
            case MEETING -> Vocabulary.MEETING;
            case CONFERENCE -> Vocabulary.CONFERENCE;
            case RECOGNITION -> Vocabulary.RECOGNITION;
            case RELATIONS -> Vocabulary.RELATIONS_CHANGE;
            case STATEMENT -> Vocabulary.STATEMENT;
            case PROPOSAL -> Vocabulary.PROPOSAL;
            case REFUSAL -> Vocabulary.REFUSAL;
            case DECISION -> Vocabulary.DECISION;
            case APPOINTMENT -> Vocabulary.APPOINTMENT;
            case MILITARY -> Vocabulary.MILITARY_ACTION;
            case WITHDRAWAL -> Vocabulary.WITHDRAWAL;
            case DEPLOYMENT -> Vocabulary.DEPLOYMENT;
            case SANCTION -> Vocabulary.SANCTION;
            case FOUNDING -> Vocabulary.BODY_CHANGE;
            case BORDER -> Vocabulary.BORDER_ACT;
            case PROJECT -> Vocabulary.PROJECT_MILESTONE;
            case MEMBERSHIP -> Vocabulary.MEMBERSHIP_CHANGE;
            case TRAINING -> Vocabulary.TRAINING;
            case CELEBRATION -> Vocabulary.COMMEMORATION;
            case OTHER -> Vocabulary.EVENT;
        };
    }

    static Node eventType(EventType type) {
        return Iris.code("eventtype", type.code());
    }

    static Node instrumentClass(InstrumentType type) {
        return switch (type) {
            case TREATY, AGREEMENT, PROTOCOL, MEMORANDUM, CONVENTION, ARRANGEMENT, CONTRACT, PLAN ->
                Vocabulary.AGREEMENT;
            case MINUTES, JOINT_STATEMENT -> Vocabulary.JOINT_DOCUMENT;
            case OTHER -> Vocabulary.INSTRUMENT;
        };
    }

    static Node instrumentType(InstrumentType type) {
        return Iris.code("instrumenttype", type.code());
    }

    /** The stage; what is committed without being had as fact is a pledge, what is given so is intended. */
    static Node stage(AidFlow.Status status, Said.Factuality factuality) {
        boolean isFact = factuality == Said.Factuality.ACTUAL;
        return Iris.code(
                "flowstage",
                switch (status) {
                    case COMMITTED -> isFact ? "commitment" : "pledge";
                    case DISBURSED ->
                        switch (factuality) {
                            case ACTUAL -> "delivery";
                            case REQUESTED -> "request";
                            case INTENDED, CONDITIONAL -> "intended";
                        };
                    case REQUESTED -> "request";
                    case PLANNED -> "intended";
                    case WITHHELD -> "not-carried-out";
                });
    }

    static Node financeType(AidFlow.Terms terms) {
        return Iris.code(
                "financetype",
                switch (terms) {
                    case GRANT -> "grant";
                    case LOAN -> "loan";
                    case MIXED -> "mixed";
                    case UNSPECIFIED -> "unknown";
                });
    }

    /** What the aid is for, where the category says so. */
    static Optional<Node> sector(AidFlow.Category category) {
        return switch (category) {
            case MILITARY, ECONOMIC, HUMANITARIAN, BUDGET, INFRASTRUCTURE ->
                Optional.of(Iris.code("sector", category.code()));
            case TECHNICAL, TRAINING, MIXED, UNSPECIFIED -> Optional.empty();
        };
    }

    /** The form of the aid, where the category says so. */
    static Optional<Node> aidType(AidFlow.Category category) {
        return switch (category) {
            case TECHNICAL, TRAINING -> Optional.of(Iris.code("aidtype", category.code()));
            case MILITARY, ECONOMIC, HUMANITARIAN, BUDGET, INFRASTRUCTURE, MIXED, UNSPECIFIED -> Optional.empty();
        };
    }

    /** Whether a person has looked at a claim, and what came of it. */
    static Node reviewStatus(@Nullable Review review) {
        return Iris.code(
                "reviewstatus",
                switch (review == null ? null : review.verdict()) {
                    case null -> "unreviewed";
                    case CONFIRMED -> "confirmed";
                    case CORRECTED -> "corrected";
                    case ADDED -> "added";
                    case REJECTED -> "rejected";
                });
    }

    static Node polarity(Said.Polarity polarity) {
        return Iris.code(
                "polarity",
                switch (polarity) {
                    case AFFIRMED -> "affirmed";
                    case DENIED -> "denied";
                });
    }

    static Node factuality(Said.Factuality factuality) {
        return Iris.code(
                "factuality",
                switch (factuality) {
                    case ACTUAL -> "actual";
                    case INTENDED -> "intended";
                    case REQUESTED -> "requested";
                    case CONDITIONAL -> "conditional";
                });
    }

    static Node qualifier(Amount.Qualifier qualifier) {
        return Iris.code(
                "qualifier",
                switch (qualifier) {
                    case EXACT -> "exact";
                    case AT_LEAST -> "at-least";
                    case AT_MOST -> "at-most";
                    case ABOUT -> "about";
                    case BETWEEN -> "between";
                });
    }

    /** The property of a claim for a component of the claim's record. */
    static Optional<Node> saidProperty(String component) {
        return Optional.ofNullable(
                switch (component) {
                    case "type" -> Vocabulary.SAID_TYPE;
                    case "date", "period" -> Vocabulary.SAID_DATE;
                    case "place" -> Vocabulary.SAID_PLACE;
                    case "actors" -> Vocabulary.SAID_ACTOR;
                    case "persons" -> Vocabulary.SAID_PERSON;
                    case "about" -> Vocabulary.SAID_ABOUT;
                    case "nameAsPrinted" -> Vocabulary.SAID_NAME_AS_PRINTED;
                    case "parties" -> Vocabulary.SAID_PARTY;
                    case "signatories" -> Vocabulary.SAID_SIGNATORY;
                    case "valid", "provisions" -> Vocabulary.SAID_VALID;
                    case "donors" -> Vocabulary.SAID_DONOR;
                    case "recipients" -> Vocabulary.SAID_RECIPIENT;
                    case "category" -> Vocabulary.SAID_SECTOR;
                    case "status" -> Vocabulary.SAID_STAGE;
                    case "terms" -> Vocabulary.SAID_TERMS;
                    case "amounts" -> Vocabulary.SAID_AMOUNT;
                    case "items" -> Vocabulary.SAID_ITEM;
                    case "under" -> Vocabulary.SAID_UNDER;
                    default -> null;
                });
    }
}
