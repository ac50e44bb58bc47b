package org.banggiao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A large made-up graph in the shape of the released one: things with bilingual labels, dates and their bounds, actors, places
 * and amounts, computed from claims with their provenance. Written line by line as N-Quads; of the same seed and number of
 * things, the same bytes. Nothing in it ever happened.
 */
public final class LargeGraph {
    /** Seed of the graph that is measured on. */
    public static final long SEED = 20_250_101;

    /** Things that make about a million quads. */
    public static final int THINGS = 16_440;

    static final String BASE = "https://w3id.org/banggiao/";
    private static final String BG = BASE + "ontology#";
    private static final String SAID = BASE + "said#";
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String KEY = "bcdfghjkmnpqrstvwxz23456789";
    private static final int KEY_LENGTH = 5;
    private static final int SOURCES = 12;
    private static final int PERSONS = 2_000;
    private static final int FIRST_YEAR = 1945;
    private static final int YEARS = 65;

    private static final List<Named> COUNTRIES = List.of(
            new Named("vietnam", "Vietnam", "Việt Nam"),
            new Named("laos", "Laos", "Lào"),
            new Named("china", "China", "Trung Quốc"),
            new Named("soviet-union", "Soviet Union", "Liên Xô"),
            new Named("cambodia", "Cambodia", "Campuchia"),
            new Named("thailand", "Thailand", "Thái Lan"),
            new Named("cuba", "Cuba", "Cuba"),
            new Named("hungary", "Hungary", "Hungari"),
            new Named("poland", "Poland", "Ba Lan"),
            new Named("bulgaria", "Bulgaria", "Bungari"),
            new Named("mongolia", "Mongolia", "Mông Cổ"),
            new Named("india", "India", "Ấn Độ"),
            new Named("indonesia", "Indonesia", "Inđônêxia"),
            new Named("japan", "Japan", "Nhật Bản"),
            new Named("france", "France", "Pháp"),
            new Named("sweden", "Sweden", "Thụy Điển"),
            new Named("algeria", "Algeria", "Angiêri"),
            new Named("egypt", "Egypt", "Ai Cập"),
            new Named("romania", "Romania", "Rumani"),
            new Named("albania", "Albania", "Anbani"));

    private static final List<Named> EVENTS = List.of(
            new Named("Visit", "Visit", "Chuyến thăm"),
            new Named("Visit", "Friendly visit", "Chuyến thăm hữu nghị"),
            new Named("Meeting", "Meeting", "Cuộc gặp"),
            new Named("Conference", "Conference", "Hội nghị"),
            new Named("Statement", "Statement", "Tuyên bố"),
            new Named("Decision", "Decision", "Quyết định"),
            new Named("Proposal", "Proposal", "Đề nghị"),
            new Named("Founding", "Founding", "Thành lập"),
            new Named("BorderAct", "Act on the border", "Việc về biên giới"),
            new Named("Training", "Training", "Đào tạo"),
            new Named("ProjectMilestone", "Milestone of a project", "Bước của dự án"),
            new Named("Commemoration", "Commemoration", "Lễ kỷ niệm"));

    private static final List<Named> INSTRUMENTS = List.of(
            new Named("treaty", "Treaty", "Hiệp ước"),
            new Named("agreement", "Agreement", "Hiệp định"),
            new Named("protocol", "Protocol", "Nghị định thư"),
            new Named("arrangement", "Arrangement", "Thỏa thuận"),
            new Named("plan", "Plan", "Kế hoạch"));

    private static final List<Named> SUBJECTS = List.of(
            new Named("trade", "trade", "thương mại"),
            new Named("border", "the border", "biên giới"),
            new Named("culture", "culture and science", "văn hóa và khoa học"),
            new Named("transit", "transit of goods", "quá cảnh hàng hóa"),
            new Named("training", "training of cadres", "đào tạo cán bộ"),
            new Named("health", "health", "y tế"),
            new Named("fishing", "fishing", "đánh bắt hải sản"),
            new Named("railways", "railways", "đường sắt"));

    private static final List<String> STAGES = List.of("commitment", "delivery", "delivery", "request", "pledge");
    private static final List<String> UNITS = List.of("rouble", "dong-1978", "dong-1985", "us-dollar", "kip");

    private final Random random;
    private final Writer out;
    private String graph = "";
    private long written;

    private LargeGraph(long seed, Writer out) {
        this.random = new Random(seed);
        this.out = out;
    }

    /** A thing of authority: its key or class, and its names. */
    private record Named(String key, String english, String vietnamese) {}

    /** When a thing was: its date in EDTF, its outer bounds, and how it is told in each language. */
    private record When(int year, String edtf, String first, String last, String english, String vietnamese) {}

    /** The arguments are the file to write, and perhaps a number of things and a seed. */
    public static void main(String[] arguments) throws IOException {
        int things = arguments.length > 1 ? Integer.parseInt(arguments[1]) : THINGS;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : SEED;
        try (var out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            System.out.println(write(seed, things, out) + " quads");
        }
    }

    /**
     * Writes a graph.
     *
     * @param things how many events, instruments and aid flows; the events of signing come beside them
     * @return the number of lines
     */
    public static long write(long seed, int things, Writer out) {
        var graph = new LargeGraph(seed, out);
        graph.authority();
        graph.sources();
        for (int i = 0; i < things; i++) {
            int kind = i % 20;
            if (kind < 11) {
                graph.event(i);
            } else if (kind < 15) {
                graph.instrument(i);
            } else {
                graph.aidFlow(i);
            }
        }
        return graph.written;
    }

    /** The IRI of an event that a graph of so many things (20 or more) has; another one for each number, while there are. */
    static String event(int number, int things) {
        int one = (int) (number * 7_919L % (things / 20 * 11));
        return id("event", one / 11 * 20 + one % 11);
    }

    private void authority() {
        graph = BASE + "graph/authority";
        for (var country : COUNTRIES) {
            var iri = id("country", country.key);
            labels(iri, country.english, country.vietnamese);
            types(iri, "Actor", "Country");
            text(iri, "http://www.w3.org/2004/02/skos/core#altLabel", "nước " + country.vietnamese, "vi");
            var place = id("place", country.key + "-capital");
            labels(place, "Capital of " + country.english, "Thủ đô " + country.vietnamese);
            types(place, "Place");
            link(place, BG + "country", iri);
        }
        for (int i = 0; i < PERSONS; i++) {
            var iri = id("person", "person-" + i);
            labels(iri, "Person " + i, "Ông " + i);
            types(iri, "Actor", "Person");
            link(iri, BG + "country", id("country", COUNTRIES.get(i % COUNTRIES.size()).key));
        }
    }

    private void sources() {
        for (int i = 0; i < SOURCES; i++) {
            graph = BASE + "graph/source/book-" + i;
            var iri = id("source", "book-" + i);
            labels(iri, "Book " + i, "Sách " + i);
            types(iri, "Source");
            link(iri, BG + "hasFile", id("sourcefile", "file-" + i));
            types(id("sourcefile", "file-" + i), "SourceFile");
        }
    }

    private void event(int i) {
        var type = EVENTS.get(random.nextInt(EVENTS.size()));
        var iri = id("event", i);
        var one = country();
        var other = country();
        var when = when();
        graph = BASE + "graph/top";
        labels(
                iri,
                type.english + ": " + one.english + " and " + other.english + ", " + when.english,
                type.vietnamese + ": " + one.vietnamese + " và " + other.vietnamese + ", " + when.vietnamese);
        types(iri, "ClaimedThing", "Event", type.key);
        link(iri, BG + "eventType", BASE + "code/eventtype/" + type.key.toLowerCase(java.util.Locale.ROOT));
        dates(iri, when);
        participants(iri, one, other);
        if (random.nextInt(3) == 0) {
            link(iri, BG + "place", id("place", other.key + "-capital"));
        }
        if (random.nextInt(3) > 0) {
            participation(iri, one);
        }
        claims(i, iri, "event", one, other, when);
    }

    private void instrument(int i) {
        var type = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
        var subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        var iri = id("instrument", i);
        var one = country();
        var other = country();
        var when = when();
        graph = BASE + "graph/top";
        labels(
                iri,
                type.english + " on " + subject.english + " between " + one.english + " and " + other.english + ", "
                        + when.english,
                type.vietnamese + " về " + subject.vietnamese + " giữa " + one.vietnamese + " và " + other.vietnamese
                        + ", " + when.vietnamese);
        types(iri, "ClaimedThing", "Instrument", "Agreement");
        link(iri, BG + "instrumentType", BASE + "code/instrumenttype/" + type.key);
        link(iri, "http://purl.org/dc/terms/subject", BASE + "code/subject/" + subject.key);
        literal(iri, BG + "dateOfSignature", when.edtf, "http://id.loc.gov/datatypes/edtf/EDTF");
        literal(iri, BG + "year", String.valueOf(when.year), "http://www.w3.org/2001/XMLSchema#integer");
        link(iri, BG + "contractingCountry", id("country", one.key));
        link(iri, BG + "contractingCountry", id("country", other.key));
        var signing = iri + "/signing";
        labels(signing, "Signing, " + when.english, "Ký, " + when.vietnamese);
        types(signing, "ClaimedThing", "Event", "InstrumentEvent", "Signing");
        link(signing, BG + "signs", iri);
        dates(signing, when);
        participants(signing, one, other);
        participation(signing, one);
        claims(i, iri, "agreement", one, other, when);
    }

    private void aidFlow(int i) {
        var iri = id("aidflow", i);
        var donor = country();
        var recipient = country();
        var when = when();
        var stage = STAGES.get(random.nextInt(STAGES.size()));
        graph = BASE + "graph/top";
        labels(
                iri,
                "Aid from " + donor.english + " to " + recipient.english + ", " + when.english + " (" + stage + ")",
                "Viện trợ của " + donor.vietnamese + " cho " + recipient.vietnamese + ", " + when.vietnamese);
        types(iri, "ClaimedThing", "AidFlow");
        link(iri, BG + "flowStage", BASE + "code/flowstage/" + stage);
        link(iri, BG + "donor", id("country", donor.key));
        link(iri, BG + "donorCountry", id("country", donor.key));
        link(iri, BG + "donorSet", id("donorset", donor.key));
        link(iri, BG + "recipient", id("country", recipient.key));
        link(iri, BG + "recipientCountry", id("country", recipient.key));
        dates(iri, when);
        var amount = iri + "/amount/1";
        types(amount, "Amount");
        link(iri, BG + "amount", amount);
        link(amount, BG + "amountRole", BASE + "code/amountrole/principal");
        link(amount, BG + "unit", BASE + "code/currency/" + UNITS.get(random.nextInt(UNITS.size())));
        literal(
                amount,
                BG + "value",
                String.valueOf(1_000L * (1 + random.nextInt(500_000))),
                "http://www.w3.org/2001/XMLSchema#decimal");
        if (random.nextInt(4) > 0) {
            link(iri, BG + "summableAmount", amount);
        }
        claims(i, iri, "aidflow", donor, recipient, when);
    }

    private void participants(String iri, Named one, Named other) {
        for (var country : List.of(one, other)) {
            link(iri, BG + "participant", id("country", country.key));
            link(iri, BG + "participantCountry", id("country", country.key));
        }
    }

    private void participation(String iri, Named side) {
        var person = id("person", "person-" + random.nextInt(PERSONS));
        var part = iri + "/participation/1";
        link(iri, BG + "involvesPerson", person);
        link(iri, BG + "participation", part);
        types(part, "Participation");
        link(part, BG + "actor", person);
        link(part, BG + "side", id("country", side.key));
        link(part, BG + "role", BASE + "code/role/head");
    }

    private void dates(String iri, When when) {
        literal(iri, BG + "date", when.edtf, "http://id.loc.gov/datatypes/edtf/EDTF");
        text(iri, BG + "dateAsPrinted", "năm " + when.vietnamese, "vi");
        for (var bound : List.of("start", "earliestStart", "earliestEnd")) {
            literal(iri, BG + bound, when.first, "http://www.w3.org/2001/XMLSchema#date");
        }
        for (var bound : List.of("end", "latestStart", "latestEnd")) {
            literal(iri, BG + bound, when.last, "http://www.w3.org/2001/XMLSchema#date");
        }
        literal(iri, BG + "year", String.valueOf(when.year), "http://www.w3.org/2001/XMLSchema#integer");
        literal(iri, BG + "coversYear", String.valueOf(when.year), "http://www.w3.org/2001/XMLSchema#integer");
        link(iri, BG + "temporalKind", BASE + "code/temporalkind/within");
    }

    private void claims(int i, String iri, String kind, Named one, Named other, When when) {
        int claims = random.nextInt(7) == 0 ? 2 : 1;
        for (int n = 0; n < claims; n++) {
            var claim = id("claim", 2 * i + n);
            graph = BASE + "graph/top";
            link(iri, BG + "hasClaim", claim);
            link(claim, BG + "decides", BG + "date");
            link(claim, BG + "decides", BG + "participant");
            int source = random.nextInt(SOURCES);
            graph = BASE + "graph/source/book-" + source;
            types(claim, "Claim");
            labels(
                    claim,
                    "Claim: " + one.english + " and " + other.english + ", " + when.english,
                    "Phát biểu: " + one.vietnamese + " và " + other.vietnamese + ", " + when.vietnamese);
            link(claim, SAID + "kind", BASE + "code/claimkind/" + kind);
            link(claim, SAID + "polarity", BASE + "code/polarity/affirmed");
            link(claim, SAID + "factuality", BASE + "code/factuality/actual");
            link(claim, SAID + "actor", id("country", one.key));
            link(claim, SAID + "actor", id("country", other.key));
            literal(claim, SAID + "date", when.edtf, "http://id.loc.gov/datatypes/edtf/EDTF");
            text(claim, SAID + "dateAsPrinted", "năm " + when.vietnamese, "vi");
            literal(claim, SAID + "rule", kind + ".verb", "http://www.w3.org/2001/XMLSchema#string");
            literal(
                    claim,
                    BG + "confidence",
                    "0." + (50 + random.nextInt(50)),
                    "http://www.w3.org/2001/XMLSchema#decimal");
            link(claim, BG + "reviewStatus", BASE + "code/reviewstatus/unreviewed");
            link(claim, "http://www.w3.org/ns/prov#wasGeneratedBy", id("run", "0123456789abcdef"));
            passage(2 * i + n, claim, source);
        }
    }

    private void passage(int number, String claim, int source) {
        var passage = id("passage", number);
        link(claim, SAID + "statedIn", passage);
        types(passage, "Passage");
        labels(passage, "Book " + source + ", sentence " + number, "Sách " + source + ", câu " + number);
        link(passage, OA + "hasSource", id("sourcefile", "file-" + source));
        link(passage, OA + "hasSelector", passage + "/position");
        integer(passage, BG + "sentence", number);
        integer(passage, BG + "section", 1 + number % 30);
        link(passage + "/position", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", OA + "TextPositionSelector");
        int start = 150 * number;
        integer(passage + "/position", OA + "start", start);
        integer(passage + "/position", OA + "end", start + 40 + random.nextInt(110));
    }

    private Named country() {
        // The first ones are in more things than the last ones.
        return COUNTRIES.get(Math.min(random.nextInt(COUNTRIES.size()), random.nextInt(COUNTRIES.size())));
    }

    private When when() {
        int year = FIRST_YEAR + random.nextInt(YEARS);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        if (random.nextInt(5) < 2) {
            return new When(
                    year,
                    String.valueOf(year),
                    year + "-01-01",
                    year + "-12-31",
                    String.valueOf(year),
                    String.valueOf(year));
        }
        var date = year + "-" + two(month) + "-" + two(day);
        return new When(
                year,
                date,
                date,
                date,
                java.time.Month.of(month).getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH)
                        + " " + day + ", " + year,
                day + "/" + month + "/" + year);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** The address of a thing with an opaque key: its number, in another order of digits than people read. */
    private static String id(String kind, int number) {
        var key = new StringBuilder();
        for (int n = number, i = 0; i < KEY_LENGTH; i++, n /= KEY.length()) {
            key.append(KEY.charAt((n + 7 * i) % KEY.length()));
        }
        return id(kind, key.toString());
    }

    private static String id(String kind, String key) {
        return BASE + "id/" + kind + "/" + key;
    }

    private void types(String iri, String... classes) {
        for (var type : classes) {
            link(iri, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", BG + type);
        }
    }

    private void labels(String iri, String english, String vietnamese) {
        text(iri, "http://www.w3.org/2000/01/rdf-schema#label", english, "en");
        text(iri, "http://www.w3.org/2000/01/rdf-schema#label", vietnamese, "vi");
    }

    private void link(String subject, String property, String object) {
        line(subject, property, "<" + object + ">");
    }

    private void text(String subject, String property, String value, String language) {
        line(subject, property, "\"" + value + "\"@" + language);
    }

    private void integer(String subject, String property, int value) {
        literal(subject, property, String.valueOf(value), "http://www.w3.org/2001/XMLSchema#integer");
    }

    private void literal(String subject, String property, String value, String datatype) {
        line(subject, property, "\"" + value + "\"^^<" + datatype + ">");
    }

    private void line(String subject, String property, String object) {
        try {
            out.write("<" + subject + "> <" + property + "> " + object + " <" + graph + "> .\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
    }
}
