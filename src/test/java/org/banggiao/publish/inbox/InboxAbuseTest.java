package org.banggiao.publish.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.atlas.json.JSON;
import org.banggiao.publish.TestService;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.store.Overlay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those get who send to the inbox what it is not for; the table in {@code src/docs/inbox.md} says the same. */
class InboxAbuseTest {
    private static final String RECORD = "https://archive.example/r/1";

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

    private HttpResponse<String> post(String body) {
        return InboxFixture.post(service, body, "Accept", "application/json");
    }

    private void isRefused(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.parse(answer.body()).getString("type")).endsWith("/" + kind);
        assertThat(folder.resolve("inbox/inbox.jsonl")).as("nothing is kept").isEmptyFile();
    }

    @Test
    void tooLargeIs413() {
        isRefused(post(InboxFixture.announce(RECORD, "x".repeat(70_000))), 413, "request-too-large");
    }

    @Test
    void anotherTypeIs415AndTellsWhich() {
        for (var type : List.of("text/plain", "application/json", "text/html", "application/x-www-form-urlencoded")) {
            var answer = InboxFixture.post(
                    service, InboxFixture.announce(RECORD, "x"), "Content-Type", type, "Accept", "application/json");
            isRefused(answer, 415, "media-type");
            assertThat(TestService.header(answer, "Accept-Post").getFirst()).contains("application/ld+json");
        }
    }

    @Test
    void whatIsNotUtf8Is400AndNoLettersAreGuessed() {
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
            var body = InboxFixture.announce(RECORD, "Hồ sơ ngoại giao é").getBytes(charset);
            isRefused(
                    service.send(service.request(
                                    "/inbox", "Content-Type", "application/ld+json", "Accept", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))),
                    400,
                    "notification-unreadable");
        }
        var table = ("record,about,holder\n" + RECORD + "," + InboxFixture.EVENT + ",Kho é\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var answer = service.send(service.request(
                        "/review/table?apply=1",
                        "Authorization",
                        "Bearer " + InboxFixture.REVIEWER_TOKEN,
                        "Content-Type",
                        "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(table)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("It is not in UTF-8").contains("\"applied\" : false");
        assertThat(service.get("/inbox/links.csv").body()).doesNotContain(RECORD);
    }

    @Test
    void whatIsNoJsonLdIs400() {
        isRefused(post("not json"), 400, "notification-unreadable");
        isRefused(post("{\"@context\": 7}"), 400, "notification-unreadable");
        isRefused(
                post(InboxFixture.announce("https://user:pw@archive.example/r", "x")), 400, "notification-unreadable");
        isRefused(post("[".repeat(20_000)), 400, "notification-unreadable");
        isRefused(post("{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000)), 400, "notification-unreadable");
        var many = new StringBuilder("[");
        for (int i = 0; i < 900; i++) {
            many.append(i == 0 ? "" : ",").append("{\"@id\":\"http://e.x/" + i + "\",\"http://e.x/p\":\"" + i + "\"}");
        }
        isRefused(post(many + "]"), 400, "notification-unreadable");
    }

    @Test
    void noContextIsFetched() throws Exception {
        try (var trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(300);
            for (var context : List.of(
                    "\"http://127.0.0.1:" + trap.getLocalPort() + "/context.jsonld\"",
                    "{\"@import\": \"http://127.0.0.1:" + trap.getLocalPort() + "/context.jsonld\"}",
                    "{\"object\": {\"@id\": \"https://e.x/o\", \"@context\": \"http://127.0.0.1:" + trap.getLocalPort()
                            + "/c\"}}",
                    "\"file:///etc/passwd\"",
                    "\"https://www.w3.org/ns/activitystreams/../evil\"")) {
                var answer = post(
                        "{\"@context\": " + context
                                + ", \"@type\": \"https://www.w3.org/ns/activitystreams#Announce\", \"object\": {\"@id\": \"https://e.x/\"}}");
                assertThat(answer.statusCode()).as(context + answer.body()).isEqualTo(400);
                assertThat(answer.body()).contains("none is fetched");
            }
            assertThatThrownBy(trap::accept).as("nobody has called").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whatSaysNothingOfTheKindIs422() {
        for (var body : List.of(
                "{}",
                "{\"@context\": \"https://www.w3.org/ns/activitystreams\", \"type\": \"Like\", \"object\": \"" + RECORD
                        + "\"}",
                InboxFixture.announce(RECORD, "x", "https://a.example/", "https://elsewhere.example/id/event/k7m2q"),
                InboxFixture.announce(InboxFixture.EVENT, "x"),
                InboxFixture.announce("javascript:alert(1)", "x"),
                InboxFixture.announce("urn:isbn:1", "x"))) {
            isRefused(post(body), 422, "notification-shape");
        }
    }

    @Test
    void aTargetThatIsNotHereIs422() {
        for (var about : List.of("event/none", "passage/p1", "claim/c1a", "event/k7m2q/participation/1")) {
            isRefused(
                    post(InboxFixture.announce(RECORD, "x", "https://a.example/", InboxFixture.BASE + "id/" + about)),
                    422,
                    "no-such-target");
        }
    }

    @Test
    void scriptInNamesIsShownAsTextEverywhere() {
        var evil = "<script>alert(1)</script>\\\"'><img src=x onerror=alert(2)>{{7*7}}${7*7}\\u202e\\u0000=1+1";
        var answer = post(InboxFixture.announce(RECORD, evil));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var id = InboxFixture.id(answer);
        var session = InboxFixture.login(service);
        var pages = new ArrayList<>(List.of(session.get("/review").body()));
        InboxFixture.decide(service, "accepted", "<script>alert(3)</script>", id);
        pages.add(session.get("/review/accepted").body());
        pages.add(session.get("/review/log").body());
        pages.add(service.get("/id/event/k7m2q", "Accept", "text/html").body());
        pages.add(service.get("/id/link/" + id, "Accept", "text/html").body());
        pages.add(service.get("/inbox.html").body());
        assertThat(pages).allSatisfy(page -> {
            assertThat(page)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("\u202e");
        });
        assertThat(service.get("/inbox/links.ead").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(service.get("/inbox/links.eac").statusCode())
                .as("none is about an actor")
                .isEqualTo(404);
    }

    @Test
    void aFormulaInATableIsText() {
        var id = InboxFixture.id(post(InboxFixture.announce(RECORD, "=HYPERLINK(1)")));
        InboxFixture.decide(service, "accepted", "", id);
        assertThat(service.get("/inbox/links.csv").body()).contains(",'=HYPERLINK(1),");
    }

    @Test
    void aReplayIsTheSameAndCostsNothing() throws Exception {
        var first = post(InboxFixture.announce(RECORD, "x"));
        var file = folder.resolve("inbox/inbox.jsonl");
        var kept = Files.size(file);
        for (int i = 0; i < 50; i++) {
            var again = post(InboxFixture.announce(RECORD, "x"));
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(InboxFixture.id(again)).isEqualTo(InboxFixture.id(first));
        }
        assertThat(Files.size(file)).isEqualTo(kept);
        InboxFixture.decide(service, "refused", "", InboxFixture.id(first));
        var afterwards = post(InboxFixture.announce(RECORD, "x"));
        assertThat(JSON.parse(afterwards.body()).getString("state")).isEqualTo("refused");
        assertThat(service.get("/inbox/" + InboxFixture.id(first)).statusCode()).isEqualTo(410);
    }

    @Test
    void aSenderThatLiesAboutItsHostIsNotBelieved() {
        var answer = InboxFixture.post(
                service,
                InboxFixture.announce(RECORD, "x", "https://national-archive.example/", InboxFixture.EVENT),
                "Origin",
                "https://national-archive.example",
                "Referer",
                "https://national-archive.example/",
                "X-Forwarded-For",
                "192.0.2.7",
                "From",
                "director@national-archive.example");
        assertThat(answer.statusCode()).isEqualTo(202);
        var page = InboxFixture.login(service).get("/review?lang=en").body();
        assertThat(page)
                .contains("Nothing shows that the sender is who it says.")
                .contains("another host than the record")
                .contains("network 127.0.0.0")
                .doesNotContain("192.0.2");
        var known = InboxFixture.post(
                service,
                InboxFixture.announce("https://archive.example/r/2", "y"),
                "Authorization",
                "Bearer " + InboxFixture.SENDER_TOKEN);
        assertThat(known.statusCode()).isEqualTo(202);
        assertThat(InboxFixture.login(service).get("/review?lang=en").body())
                .contains("known by the token “An archive”");
        var forged = InboxFixture.post(
                service,
                InboxFixture.announce(RECORD, "z"),
                "Authorization",
                "Bearer guess",
                "Accept",
                "application/json");
        assertThat(forged.statusCode()).isEqualTo(401);
    }

    @Test
    void oneClientSendsOnlySomeInAnHourAndAReviewerCanStillWork() {
        var counts = new TreeMap<Integer, Integer>();
        for (int i = 0; i < 60; i++) {
            var answer = post(InboxFixture.announce("https://archive.example/r/" + i, "x"));
            counts.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 429) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
        }
        assertThat(counts).containsEntry(202, 30).containsEntry(429, 30);
        assertThat(InboxFixture.login(service).get("/review").statusCode()).isEqualTo(200);
    }

    @Test
    void tenThousandFromManyClientsAreBounded() throws Exception {
        var published = new AtomicReference<>(Overlay.NONE);
        var random = new Random(11);
        var outcomes = new TreeMap<String, Integer>();
        var own = folder.resolve("many");
        try (var inbox = InboxFixture.inbox(InboxFixture.settings(own, 2000, 30), published)) {
            for (int i = 0; i < 10_000; i++) {
                var outcome = inbox.hold(
                        InboxFixture.link("https://archive.example/r/" + i, "x".repeat(random.nextInt(400) + 1)),
                        new Sender("a", "", "198.51." + i % 250 + ".0", ""),
                        "198.51." + i % 250 + "." + i % 7);
                outcomes.merge(
                        outcome instanceof Inbox.Outcome.Refused refused
                                ? String.valueOf(refused.problem().status())
                                : "held",
                        1,
                        Integer::sum);
            }
            assertThat(outcomes).containsEntry("held", 2000).containsEntry("507", 8000);
            assertThat(Files.size(own.resolve("inbox.jsonl"))).isLessThan(2_000_000);
            var first = inbox.all(State.HELD).getLast().id();
            assertThat(inbox.decide(List.of(first), State.ACCEPTED, "Lan", "")).isInstanceOf(Inbox.Outcome.Done.class);
            assertThat(published.get().isEmpty()).isFalse();
        }
    }
}
