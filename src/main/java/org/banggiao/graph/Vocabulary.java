package org.banggiao.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms of the ontology as nodes. Their addresses are fixed, wherever the data are served; each is declared in {@code
 * ontology/banggiao.ttl}, and a test compares the two.
 */
public final class Vocabulary {
    /** Namespace of classes and properties, prefix {@code bg}. */
    public static final String BG = "https://w3id.org/banggiao/ontology#";

    /** Namespace of what claims say, prefix {@code said}. */
    public static final String SAID = "https://w3id.org/banggiao/said#";

    /** Code lists lie under it: list, then notation. */
    public static final String CODE = "https://w3id.org/banggiao/code/";

    private Vocabulary() {}

    // Classes

    public static final Node CLAIMED_THING = bg("ClaimedThing");
    public static final Node EVENT = bg("Event");
    public static final Node VISIT = bg("Visit");
    public static final Node MEETING = bg("Meeting");
    public static final Node CONFERENCE = bg("Conference");
    public static final Node RELATIONS_CHANGE = bg("RelationsChange");
    public static final Node RECOGNITION = bg("Recognition");
    public static final Node ESTABLISHMENT_OF_RELATIONS = bg("EstablishmentOfRelations");
    public static final Node RAISING_OF_LEVEL = bg("RaisingOfLevel");
    public static final Node SEVERANCE = bg("Severance");
    public static final Node NORMALISATION = bg("Normalisation");
    public static final Node STATEMENT = bg("Statement");
    public static final Node PROPOSAL = bg("Proposal");
    public static final Node REFUSAL = bg("Refusal");
    public static final Node DECISION = bg("Decision");
    public static final Node INSTRUMENT_EVENT = bg("InstrumentEvent");
    public static final Node SIGNING = bg("Signing");
    public static final Node RATIFICATION = bg("Ratification");
    public static final Node ENTRY_INTO_FORCE_CLASS = bg("EntryIntoForce");
    public static final Node AMENDMENT = bg("Amendment");
    public static final Node EXTENSION = bg("Extension");
    public static final Node ACCESSION = bg("Accession");
    public static final Node DENUNCIATION = bg("Denunciation");
    public static final Node APPOINTMENT = bg("Appointment");
    public static final Node MILITARY_ACTION = bg("MilitaryAction");
    public static final Node WITHDRAWAL = bg("Withdrawal");
    public static final Node DEPLOYMENT = bg("Deployment");
    public static final Node CEASEFIRE = bg("Ceasefire");
    public static final Node SANCTION = bg("Sanction");
    public static final Node BODY_CHANGE = bg("BodyChange");
    public static final Node FOUNDING = bg("Founding");
    public static final Node DISSOLUTION = bg("Dissolution");
    public static final Node RENAMING = bg("Renaming");
    public static final Node BORDER_ACT = bg("BorderAct");
    public static final Node DELIMITATION = bg("Delimitation");
    public static final Node DEMARCATION = bg("Demarcation");
    public static final Node CROSSING_OPENING = bg("CrossingOpening");
    public static final Node PROJECT_MILESTONE = bg("ProjectMilestone");
    public static final Node MEMBERSHIP_CHANGE = bg("MembershipChange");
    public static final Node TRAINING = bg("Training");
    public static final Node COMMEMORATION = bg("Commemoration");
    public static final Node PLANNED_ACT = bg("PlannedAct");
    public static final Node INSTRUMENT = bg("Instrument");
    public static final Node AGREEMENT = bg("Agreement");
    public static final Node JOINT_DOCUMENT = bg("JointDocument");
    public static final Node AID_FLOW = bg("AidFlow");
    public static final Node ACTOR_CLASS = bg("Actor");
    public static final Node COUNTRY_CLASS = bg("Country");
    public static final Node STATE = bg("State");
    public static final Node ORGANISATION = bg("Organisation");
    public static final Node POLITICAL_PARTY = bg("PoliticalParty");
    public static final Node PERSON = bg("Person");
    public static final Node GROUP = bg("Group");
    public static final Node POST_CLASS = bg("Post");
    public static final Node TENURE_CLASS = bg("Tenure");
    public static final Node PARTICIPATION_CLASS = bg("Participation");
    public static final Node DONOR_SET_CLASS = bg("DonorSet");
    public static final Node PLACE_CLASS = bg("Place");
    public static final Node REGION = bg("Region");
    public static final Node AMOUNT_CLASS = bg("Amount");
    public static final Node AID_ITEM = bg("AidItem");
    public static final Node BREAKDOWN_CLASS = bg("Breakdown");
    public static final Node SHARE_CLASS = bg("Share");
    public static final Node CLAIM = bg("Claim");
    public static final Node CONFLICT_CLASS = bg("Conflict");
    public static final Node PASSAGE = bg("Passage");
    public static final Node SOURCE = bg("Source");
    public static final Node SOURCE_FILE = bg("SourceFile");
    public static final Node RUN = bg("Run");
    public static final Node NAMING = bg("Naming");
    public static final Node LINK_CLASS = bg("Link");
    public static final Node SUCCESSION_CLASS = bg("Succession");
    public static final Node REFERENCE_CLASS = bg("Reference");
    public static final Node MERGING_CLASS = bg("Merging");

    // Properties of things

    public static final Node HAS_CLAIM = bg("hasClaim");
    public static final Node DECIDES = bg("decides");
    public static final Node CONFLICT = bg("conflict");
    public static final Node ON_PROPERTY = bg("onProperty");
    public static final Node CONFLICTING_CLAIM = bg("conflictingClaim");
    public static final Node CONFLICT_KIND = bg("conflictKind");
    public static final Node MERGING = bg("merging");
    public static final Node MERGED_CLAIM = bg("mergedClaim");
    public static final Node MERGE_REASON = bg("mergeReason");
    public static final Node DERIVED_FROM = bg("derivedFrom");
    public static final Node CONFIDENCE = bg("confidence");
    public static final Node REVIEW_STATUS = bg("reviewStatus");
    public static final Node REVIEW = bg("Review");
    public static final Node HAS_REVIEW = bg("hasReview");
    public static final Node REVIEWED_BY = bg("reviewedBy");
    public static final Node REVIEWED_ON = bg("reviewedOn");
    public static final Node REVIEW_REASON = bg("reviewReason");
    public static final Node VALUE_BEFORE = bg("valueBefore");
    public static final Node PROVISIONAL = bg("provisional");
    public static final Node DATE = bg("date");
    public static final Node DATE_AS_PRINTED = bg("dateAsPrinted");
    public static final Node EARLIEST_START = bg("earliestStart");
    public static final Node LATEST_START = bg("latestStart");
    public static final Node EARLIEST_END = bg("earliestEnd");
    public static final Node LATEST_END = bg("latestEnd");
    public static final Node START = bg("start");
    public static final Node END = bg("end");
    public static final Node TEMPORAL_KIND = bg("temporalKind");
    public static final Node YEAR = bg("year");
    public static final Node COVERS_YEAR = bg("coversYear");
    public static final Node PARTICIPANT = bg("participant");
    public static final Node PARTICIPANT_COUNTRY = bg("participantCountry");
    public static final Node PARTICIPATION = bg("participation");
    public static final Node ACTOR = bg("actor");
    public static final Node ROLE = bg("role");
    public static final Node SIDE = bg("side");
    public static final Node POST_AS_PRINTED = bg("postAsPrinted");
    public static final Node INVOLVES_PERSON = bg("involvesPerson");
    public static final Node PLACE = bg("place");
    public static final Node NAME_AS_PRINTED = bg("nameAsPrinted");
    public static final Node EVENT_TYPE = bg("eventType");
    public static final Node REALISATION = bg("realisation");
    public static final Node REALISATION_AS_OF = bg("realisationAsOf");
    public static final Node REALISES = bg("realises");
    public static final Node INSTRUMENT_TYPE = bg("instrumentType");
    public static final Node CONTRACTING_PARTY = bg("contractingParty");
    public static final Node CONTRACTING_COUNTRY = bg("contractingCountry");
    public static final Node SIGNING_BODY = bg("signingBody");
    public static final Node SIGNED_BY = bg("signedBy");
    public static final Node DATE_OF_SIGNATURE = bg("dateOfSignature");
    public static final Node PLACE_OF_SIGNATURE = bg("placeOfSignature");
    public static final Node ENTRY_INTO_FORCE = bg("entryIntoForce");
    public static final Node TERM = bg("term");
    public static final Node TERM_START = bg("termStart");
    public static final Node TERM_END = bg("termEnd");
    public static final Node TERM_YEARS = bg("termYears");
    public static final Node TACIT_RENEWAL_TERM = bg("tacitRenewalTerm");
    public static final Node NOTICE_PERIOD = bg("noticePeriod");
    public static final Node REPLACES = bg("replaces");
    public static final Node SUPPLEMENTS = bg("supplements");
    public static final Node AMENDS = bg("amends");
    public static final Node DOCUMENT_NUMBER = bg("documentNumber");
    public static final Node SIGNS = bg("signs");
    public static final Node DONOR = bg("donor");
    public static final Node RECIPIENT = bg("recipient");
    public static final Node DONOR_COUNTRY = bg("donorCountry");
    public static final Node RECIPIENT_COUNTRY = bg("recipientCountry");
    public static final Node DONOR_SET = bg("donorSet");
    public static final Node DONOR_SET_MEMBER = bg("donorSetMember");
    public static final Node FLOW_STAGE = bg("flowStage");
    public static final Node FINANCE_TYPE = bg("financeType");
    public static final Node SECTOR = bg("sector");
    public static final Node AID_TYPE = bg("aidType");
    public static final Node AMOUNT = bg("amount");
    public static final Node SUMMABLE_AMOUNT = bg("summableAmount");
    public static final Node SUMMABILITY = bg("summability");
    public static final Node ITEM = bg("item");
    public static final Node FULFILS = bg("fulfils");
    public static final Node REPORTS_ON = bg("reportsOn");
    public static final Node FUNDS_PROJECT = bg("fundsProject");
    public static final Node PART_OF = bg("partOf");
    public static final Node BREAKDOWN = bg("breakdown");
    public static final Node AXIS = bg("axis");
    public static final Node EXTENT = bg("extent");
    public static final Node SHARE = bg("share");
    public static final Node PERCENTAGE = bg("percentage");
    public static final Node UNDER_INSTRUMENT = bg("underInstrument");
    public static final Node UNDER_AS_PRINTED = bg("underAsPrinted");
    public static final Node VALUE = bg("value");
    public static final Node MIN = bg("min");
    public static final Node MAX = bg("max");
    public static final Node QUALIFIER = bg("qualifier");
    public static final Node UNIT = bg("unit");
    public static final Node AMOUNT_ROLE = bg("amountRole");
    public static final Node WHAT = bg("what");
    public static final Node ITEM_CONCEPT = bg("itemConcept");
    public static final Node MEASURE = bg("measure");
    public static final Node UNIT_AS_PRINTED = bg("unitAsPrinted");
    public static final Node COUNTRY = bg("country");
    public static final Node RECORD_CODE = bg("recordCode");
    public static final Node FROM_YEAR = bg("fromYear");
    public static final Node UNTIL_YEAR = bg("untilYear");
    public static final Node TENURE = bg("tenure");
    public static final Node POST = bg("post");
    public static final Node LINK = bg("link");
    public static final Node LINK_TARGET = bg("linkTarget");
    public static final Node LINK_METHOD = bg("linkMethod");
    public static final Node LINK_BASIS = bg("linkBasis");
    public static final Node PLACE_TYPE = bg("placeType");
    public static final Node HAS_FILE = bg("hasFile");
    public static final Node DOCUMENT_ID = bg("documentId");
    public static final Node SHA256 = bg("sha256");
    public static final Node LICENCE = bg("licence");
    public static final Node PAGE = bg("page");
    public static final Node SECTION = bg("section");
    public static final Node NOTE = bg("note");
    public static final Node SENTENCE = bg("sentence");
    public static final Node DIGEST = bg("digest");
    public static final Node RULES_DIGEST = bg("rulesDigest");
    public static final Node LEXICA_DIGEST = bg("lexicaDigest");
    public static final Node SOFTWARE_VERSION = bg("softwareVersion");
    public static final Node VALID_FROM = bg("validFrom");
    public static final Node VALID_UNTIL = bg("validUntil");
    public static final Node PREDECESSOR_RATE = bg("predecessorRate");
    public static final Node GENERIC_POST = bg("genericPost");
    public static final Node POST_OF = bg("postOf");
    public static final Node HELD_FROM = bg("heldFrom");
    public static final Node HELD_UNTIL = bg("heldUntil");
    public static final Node STANDING = bg("standing");
    public static final Node REFERENCE = bg("reference");
    public static final Node WEB_ADDRESS = bg("webAddress");
    public static final Node SUCCESSION = bg("succession");
    public static final Node SUCCESSION_RELATION = bg("successionRelation");
    public static final Node PREDECESSOR = bg("predecessor");
    public static final Node SINCE = bg("since");
    public static final Node SUCCEEDS = bg("succeeds");
    public static final Node LIES_IN = bg("liesIn");
    public static final Node PRECISION = bg("precision");

    // What claims say

    public static final Node SAID_FIGURE = said("Figure");
    public static final Node SAID_STATED_IN = said("statedIn");
    public static final Node SAID_CONTEXT_IN = said("contextIn");
    public static final Node SAID_KIND = said("kind");
    public static final Node SAID_POLARITY = said("polarity");
    public static final Node SAID_FACTUALITY = said("factuality");
    public static final Node SAID_ATTRIBUTED_TO = said("attributedTo");
    public static final Node SAID_RULE = said("rule");
    public static final Node SAID_DERIVATION = said("derivation");
    public static final Node SAID_DERIVED_FROM_CONTEXT = said("derivedFromContext");
    public static final Node SAID_TYPE = said("type");
    public static final Node SAID_DATE = said("date");
    public static final Node SAID_DATE_AS_PRINTED = said("dateAsPrinted");
    public static final Node SAID_VALID = said("valid");
    public static final Node SAID_TERM_YEARS = said("termYears");
    public static final Node SAID_TACIT_RENEWAL_TERM = said("tacitRenewalTerm");
    public static final Node SAID_NOTICE_PERIOD = said("noticePeriod");
    public static final Node SAID_ENTRY_INTO_FORCE = said("entryIntoForce");
    public static final Node SAID_DOCUMENT_NUMBER = said("documentNumber");
    public static final Node SAID_REPLACES = said("replaces");
    public static final Node SAID_AMENDS = said("amends");
    public static final Node SAID_SUPPLEMENTS = said("supplements");
    public static final Node SAID_PLACE = said("place");
    public static final Node SAID_ACTOR = said("actor");
    public static final Node SAID_PERSON = said("person");
    public static final Node SAID_ABOUT = said("about");
    public static final Node SAID_NAME_AS_PRINTED = said("nameAsPrinted");
    public static final Node SAID_PARTY = said("party");
    public static final Node SAID_SIGNATORY = said("signatory");
    public static final Node SAID_DONOR = said("donor");
    public static final Node SAID_RECIPIENT = said("recipient");
    public static final Node SAID_STAGE = said("stage");
    public static final Node SAID_TERMS = said("terms");
    public static final Node SAID_SECTOR = said("sector");
    public static final Node SAID_AID_TYPE = said("aidType");
    public static final Node SAID_UNDER = said("under");
    public static final Node SAID_AMOUNT = said("amount");
    public static final Node SAID_ITEM = said("item");
    public static final Node SAID_NAMING = said("naming");
    public static final Node SAID_VALUE = said("value");
    public static final Node SAID_MAX = said("max");
    public static final Node SAID_QUALIFIER = said("qualifier");
    public static final Node SAID_UNIT = said("unit");
    public static final Node SAID_UNIT_AS_PRINTED = said("unitAsPrinted");
    public static final Node SAID_WHAT = said("what");
    public static final Node SAID_POSITION = said("position");
    public static final Node SAID_NAMES = said("names");
    public static final Node SAID_AS_PRINTED = said("asPrinted");
    public static final Node SAID_TITLE = said("title");
    public static final Node SAID_PERSON_ROLE = said("personRole");
    public static final Node SAID_IN_ROLE = said("inRole");

    // Terms of others

    public static final Node TYPE = uri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    public static final Node LABEL = uri("http://www.w3.org/2000/01/rdf-schema#label");
    public static final Node SEE_ALSO = uri("http://www.w3.org/2000/01/rdf-schema#seeAlso");
    public static final Node SUB_CLASS_OF = uri("http://www.w3.org/2000/01/rdf-schema#subClassOf");
    public static final Node SUB_PROPERTY_OF = uri("http://www.w3.org/2000/01/rdf-schema#subPropertyOf");
    public static final Node PREF_LABEL = uri("http://www.w3.org/2004/02/skos/core#prefLabel");
    public static final Node ALT_LABEL = uri("http://www.w3.org/2004/02/skos/core#altLabel");
    public static final Node HIDDEN_LABEL = uri("http://www.w3.org/2004/02/skos/core#hiddenLabel");
    public static final Node NOTATION = uri("http://www.w3.org/2004/02/skos/core#notation");
    public static final Node IN_SCHEME = uri("http://www.w3.org/2004/02/skos/core#inScheme");
    public static final Node CONCEPT = uri("http://www.w3.org/2004/02/skos/core#Concept");
    public static final Node EXACT_MATCH = uri("http://www.w3.org/2004/02/skos/core#exactMatch");
    public static final Node TITLE = uri("http://purl.org/dc/terms/title");
    public static final Node SUBJECT = uri("http://purl.org/dc/terms/subject");
    public static final Node DEPRECATED = uri("http://www.w3.org/2002/07/owl#deprecated");
    public static final Node IS_REPLACED_BY = uri("http://purl.org/dc/terms/isReplacedBy");
    public static final Node COMMENT = uri("http://www.w3.org/2000/01/rdf-schema#comment");
    public static final Node HAS_SOURCE = uri("http://www.w3.org/ns/oa#hasSource");
    public static final Node HAS_SELECTOR = uri("http://www.w3.org/ns/oa#hasSelector");
    public static final Node TEXT_POSITION_SELECTOR = uri("http://www.w3.org/ns/oa#TextPositionSelector");
    public static final Node SELECTOR_START = uri("http://www.w3.org/ns/oa#start");
    public static final Node SELECTOR_END = uri("http://www.w3.org/ns/oa#end");
    public static final Node WAS_GENERATED_BY = uri("http://www.w3.org/ns/prov#wasGeneratedBy");
    public static final Node USED = uri("http://www.w3.org/ns/prov#used");

    public static final Node HAS_GEOMETRY = uri("http://www.opengis.net/ont/geosparql#hasGeometry");
    public static final Node AS_WKT = uri("http://www.opengis.net/ont/geosparql#asWKT");
    public static final Node GEOMETRY = uri("http://www.opengis.net/ont/geosparql#Geometry");

    private static Node bg(String name) {
        return uri(BG + name);
    }

    private static Node said(String name) {
        return uri(SAID + name);
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
