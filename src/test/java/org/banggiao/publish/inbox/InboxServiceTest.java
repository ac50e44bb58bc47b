package org.banggiao.publish.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a notification to what is published of it, over HTTP. */
class InboxServiceTest {
    private static final String RECORD = "https://archive.example/r/1";
    private static final String TITLE = "Biên bản hội đàm";

    @TempDir
    private Path folder;

    private TestService service;

    @BeforeEach
    void start() {
        service = InboxFixture.service(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private String hold() {
        return InboxFixture.id(InboxFixture.post(service, InboxFixture.announce(RECORD, TITLE)));
    }

    /** Every public place where something could show. */
    private List<String> publicPlaces(String id) {
        return List.of(
                service.get("/id/event/k7m2q?lang=en", "Accept", "text/html").body(),
                service.get("/id/event/k7m2q.ttl").body(),
                service.get("/inbox.html").body(),
                service.get("/inbox").body(),
                service.get("/inbox/" + id).body(),
                service.get("/inbox/links.csv").body(),
                service.get("/inbox/links.ead").body(),
                service.get("/graph/records").body(),
                service.query("SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?o), 'hội đàm')) }", "text/csv")
                        .body(),
                service.get("/id/link/" + id).body());
    }

    @Test
    void nothingShowsBeforeReviewAndEverythingAfterIt() {
        var before = service.get("/id/event/k7m2q.ttl");
        var id = hold();
        assertThat(publicPlaces(id)).noneMatch(p -> p.contains(TITLE) || p.contains(RECORD));
        assertThat(service.get("/id/event/k7m2q.ttl").body()).isEqualTo(before.body());

        assertThat(InboxFixture.decide(service, "accepted", "", id).statusCode())
                .isEqualTo(200);
        assertThat(service.get("/id/event/k7m2q?lang=en", "Accept", "text/html").body())
                .contains("Records in archives")
                .contains(TITLE)
                .contains("href=\"" + RECORD + "\"")
                .as("records are told once, not among what refers to it too")
                .doesNotContain("has or had subject", "has target");
        assertThat(service.get("/id/event/k7m2q?lang=vi", "Accept", "text/html").body())
                .contains("Tài liệu tại các cơ quan lưu trữ");
        assertThat(service.get("/id/event/k7m2q.ttl").body())
                .contains("rico:hasOrHadSubject event:k7m2q")
                .contains(TITLE);
        assertThat(service.get("/id/event/k7m2q.trig").body()).contains("graph/records");
        assertThat(service.query(
                                "PREFIX rico: <https://www.ica.org/standards/RiC/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                                        + " SELECT ?r ?n ?l { ?r rico:hasOrHadSubject ?e ; rico:hasOrHadHolder/rdfs:label ?n ."
                                        + " ?e a <https://w3id.org/banggiao/ontology#Visit> ; rdfs:label ?l FILTER(LANG(?l) = 'en') }",
                                "text/csv")
                        .body())
                .contains(RECORD + ",Kho lưu trữ mẫu,\"Visit: Vietnam, Finland, 1983\"");
        assertThat(service.get("/inbox/links.csv").body()).contains(RECORD).contains(TITLE);
        assertThat(service.get("/inbox/links.ead", "Accept-Language", "en").body())
                .contains("<head>" + TITLE + "</head>")
                .contains("identifier=\"" + InboxFixture.EVENT + "\"")
                .contains("<part>Visit: Vietnam, Finland, 1983</part>");
        assertThat(service.get("/graph/records", "Accept", "text/turtle").body())
                .contains(TITLE);
        assertThat(service.get("/id/link/" + id, "Accept", "text/html").statusCode())
                .isEqualTo(200);
    }

    @Test
    void cachedAnswersNoticeWhatWasAccepted() {
        var query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        var before = service.query(query, "text/csv");
        var tag = before.headers().firstValue("ETag").orElseThrow();
        var id = hold();
        InboxFixture.decide(service, "accepted", "", id);
        var after = service.query(query, "text/csv");
        assertThat(after.body()).isNotEqualTo(before.body());
        assertThat(after.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
        InboxFixture.decide(service, "removed", "", id);
        assertThat(service.query(
                                "ASK { ?r <https://www.ica.org/standards/RiC/ontology#hasOrHadSubject> ?e }",
                                "text/csv")
                        .body())
                .contains("false");
    }

    @Test
    void whatIsRemovedIsGoneEverywhereWithTheReason() {
        var id = hold();
        InboxFixture.decide(service, "accepted", "", id);
        assertThat(InboxFixture.decide(service, "removed", "The archive withdrew it", id)
                        .statusCode())
                .isEqualTo(200);
        assertThat(publicPlaces(id)).noneMatch(p -> p.contains(TITLE) || p.contains(RECORD));
        var gone = service.get("/id/link/" + id);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("The archive withdrew it");
        assertThat(service.get("/inbox/" + id).statusCode()).isEqualTo(410);
        assertThat(InboxFixture.decide(service, "accepted", "", id).statusCode())
                .as("it can come back")
                .isEqualTo(200);
        assertThat(service.get("/id/event/k7m2q.ttl").body()).contains(RECORD);
    }

    @Test
    void aWebAnnotationAndARelationshipAreTakenToo() {
        var annotation = """
                {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "motivation": "linking",
                 "creator": {"id": "https://archive.example/", "name": "Archive"},
                 "body": {"id": "https://archive.example/r/2", "label": {"en": "A letter"}}, "target": "%s"}
                """.formatted(InboxFixture.EVENT);
        var relationship = """
                {"@context": ["https://www.w3.org/ns/activitystreams", "https://coar-notify.net"],
                 "type": ["Announce", "RelationshipAction"], "actor": "https://archive.example/",
                 "object": {"type": "Relationship", "subject": "https://archive.example/r/3",
                   "relationship": "https://www.ica.org/standards/RiC/ontology#hasOrHadMainSubject",
                   "object": "%s/id/person/an-binh"}}
                """.formatted(service.url());
        for (var body : List.of(annotation, relationship)) {
            var answer = InboxFixture.post(service, body, "Accept", "application/json");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            InboxFixture.decide(service, "accepted", "", InboxFixture.id(answer));
        }
        assertThat(service.get("/inbox/links.csv").body())
                .contains("https://archive.example/r/2,A letter")
                .contains("https://w3id.org/banggiao/id/person/an-binh,main subject");
        assertThat(service.get("/inbox/links.eac").body())
                .contains("valueURI=\"https://archive.example/r/3\"")
                .doesNotContain("r/2");
        assertThat(service.get("/inbox/links.eac?version=2010").body())
                .contains("xlink:href=\"https://archive.example/r/3\"")
                .doesNotContain("r/2");
        assertThat(service.get("/inbox/links.eac?about=" + InboxFixture.EVENT, "Accept", "application/json")
                        .body())
                .contains("no-links");
        assertThat(service.get("/id/person/an-binh.ttl").body()).contains("rico:hasOrHadMainSubject");
    }

    @Test
    void peopleReviewBehindALogin() {
        var id = hold();
        var stranger = service.get("/review", "Accept", "text/html");
        assertThat(stranger.statusCode()).isEqualTo(303);
        assertThat(stranger.body()).doesNotContain(TITLE);
        assertThat(service.get("/review").statusCode()).isEqualTo(401);
        var session = InboxFixture.login(service);
        var page = session.get("/review?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(TITLE).contains("value=\"" + id + "\"").contains("Nothing shows that");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        var without = new InboxFixture.Session(service, session.cookie(), "wrong")
                .post("/review/decide", "state=accepted&id=" + id);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(service.get("/inbox/" + id).statusCode())
                .as("nothing has changed")
                .isEqualTo(404);
        var done = session.post("/review/decide", "state=accepted&from=held&id=" + id);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(session.get("/review/accepted?lang=en").body()).contains("Published by " + InboxFixture.REVIEWER);
        assertThat(session.get("/review/log?lang=en").body())
                .contains("Logged in")
                .contains("Published: 1");
        assertThat(session.post("/review/logout", "x=1").statusCode()).isEqualTo(303);
        assertThat(session.get("/review").statusCode()).isEqualTo(303);
    }

    @Test
    void wrongPasswordsAndTokensOpenNothing() {
        var page = service.get("/review/login", "Accept", "text/html");
        var session = new InboxFixture.Session(service, InboxFixture.cookie(page), InboxFixture.csrf(page.body()));
        var wrong = session.post("/review/login", "username=Lan&password=guess");
        assertThat(wrong.headers().firstValue("Location").orElseThrow()).contains("wrong");
        assertThat(session.get("/review").statusCode()).isEqualTo(303);
        for (var token : List.of("guess", InboxFixture.SENDER_TOKEN)) {
            var answer = service.get("/review", "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).isEqualTo(401);
        }
        for (int i = 0; i < 25; i++) {
            wrong = session.post("/review/login", "username=Lan&password=guess" + i);
        }
        assertThat(wrong.statusCode()).isEqualTo(429);
    }

    @Test
    void aTableIsCheckedPreviewedAndTakenAsAWhole() {
        var session = InboxFixture.login(service);
        var table = "record,title,about,relation,holder\n"
                + "https://archive.example/t/1,\"Điện mật, số 1\",event:k7m2q,,Kho\n"
                + "https://archive.example/t/2,Thư,country:finland,main subject,Kho\n";
        var faulty =
                table + "ftp://archive.example/t/3,x,event:k7m2q,,Kho\nhttps://archive.example/t/4,x,event:none,,Kho\n";
        var refused = session.post("/review/table?lang=en", "apply=1&table=" + TestService.encode(faulty));
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("nothing of it was taken")
                .contains("begins with https")
                .contains("event:none");
        assertThat(service.get("/inbox/links.csv").body().lines()).hasSize(1);
        var preview = session.post("/review/table?lang=en", "table=" + TestService.encode(table));
        assertThat(preview.body()).contains("Publish 2 links");
        assertThat(service.get("/inbox/links.csv").body().lines()).hasSize(1);
        var applied = session.post("/review/table", "apply=1&table=" + TestService.encode(table));
        assertThat(applied.statusCode()).isEqualTo(303);
        var csv = service.get("/inbox/links.csv").body();
        assertThat(csv).contains("Điện mật, số 1").contains("main subject");
        var again = service.send(service.request(
                        "/review/table?apply=1",
                        "Authorization",
                        "Bearer " + InboxFixture.REVIEWER_TOKEN,
                        "Content-Type",
                        "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.parse(again.body()).getNumber("new").intValue())
                .as("what was written is read as the same")
                .isZero();
        assertThat(service.get("/inbox/links.csv").body()).isEqualTo(csv);
    }

    @Test
    void whereThereIsNoInboxNothingOfItIsThere() {
        try (var without = TestService.of(PagesFixture.store(), Map.of())) {
            for (var path : List.of("/inbox", "/review", "/review/login", "/inbox/links.csv")) {
                assertThat(without.get(path).statusCode()).as(path).isEqualTo(404);
            }
            var off = without.get("/id/event/k7m2q?lang=en", "Accept", "text/html");
            assertThat(off.body()).doesNotContain("inbox");
            assertThat(TestService.header(off, "Link")).noneMatch(l -> l.contains("inbox"));
            var on = service.get("/id/event/k7m2q?lang=en", "Accept", "text/html");
            for (var header : List.of(
                    "Content-Security-Policy",
                    "X-Content-Type-Options",
                    "Referrer-Policy",
                    "Access-Control-Allow-Origin",
                    "Cache-Control",
                    "Vary")) {
                assertThat(on.headers().allValues(header))
                        .as(header)
                        .isEqualTo(off.headers().allValues(header));
            }
            assertThat(on.headers().map()).doesNotContainKey("set-cookie");
            assertThat(on.headers().map()).doesNotContainKey("x-frame-options");
        }
    }

    @Test
    void whatWasAcceptedIsThereAfterARestart() {
        var id = hold();
        InboxFixture.decide(service, "accepted", "", id);
        service.close();
        service = InboxFixture.service(folder);
        assertThat(service.get("/id/event/k7m2q.ttl").body()).contains(RECORD);
        assertThat(service.get("/inbox").body()).contains(id);
    }
}
