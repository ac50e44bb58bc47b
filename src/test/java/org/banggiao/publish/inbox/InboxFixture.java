package org.banggiao.publish.inbox;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.banggiao.publish.login.LoginConfiguration;
import org.banggiao.publish.settings.InboxSettings;
import org.banggiao.store.Overlay;

/** A service with an inbox, what archives send to it, and a reviewer. */
final class InboxFixture {
    static final String BASE = "https://w3id.org/banggiao/";
    static final String EVENT = BASE + "id/event/k7m2q";
    static final String REVIEWER = "Lan";
    static final String PASSWORD = "một mật khẩu dài";
    static final String SENDER_TOKEN = "token-of-an-archive-0123456789";
    static final String REVIEWER_TOKEN = "token-of-a-reviewing-machine-0123456789";
    private static final String HASH = LoginConfiguration.encoder().encode(PASSWORD);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private InboxFixture() {}

    static TestService service(Path folder, String... more) {
        var settings = new TreeMap<>(Map.of(
                "banggiao.inbox.enabled",
                "true",
                "banggiao.inbox.folder",
                folder.resolve("inbox").toString(),
                "banggiao.inbox.secure-cookie",
                "false",
                "banggiao.inbox.reviewers[0].name",
                REVIEWER,
                "banggiao.inbox.reviewers[0].password",
                HASH,
                "banggiao.inbox.tokens[0].name",
                "An archive",
                "banggiao.inbox.tokens[0].hash",
                Tokens.hash(SENDER_TOKEN),
                "banggiao.inbox.tokens[1].name",
                "A machine",
                "banggiao.inbox.tokens[1].hash",
                Tokens.hash(REVIEWER_TOKEN),
                "banggiao.inbox.tokens[1].role",
                "reviewer"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return TestService.of(PagesFixture.store(), settings);
    }

    /** Settings of an inbox without a service. */
    static InboxSettings settings(Path folder, int maxHeld, int perHour) {
        return new InboxSettings(
                true,
                folder,
                maxHeld,
                50_000,
                500_000_000,
                65_536,
                perHour,
                1_000_000,
                true,
                List.of(new InboxSettings.Reviewer(REVIEWER, HASH)),
                List.of());
    }

    /** An inbox without a service, and what it publishes. */
    static Inbox inbox(InboxSettings settings, AtomicReference<Overlay> published) {
        return new Inbox(settings, Clock.systemUTC(), new LinkGraph(BASE), published::set);
    }

    static RecordLink link(String record, String title) {
        return new RecordLink(record, title, EVENT, Relation.SUBJECT, "Kho lưu trữ", "1983", "");
    }

    /** An announcement of a record. */
    static String announce(String record, String title) {
        return announce(record, title, "https://archive.example/", EVENT);
    }

    static String announce(String record, String title, String actor, String about) {
        return """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "Announce",
                 "actor": {"id": "%s", "type": "Organization", "name": "Kho lưu trữ mẫu"},
                 "object": {"id": "%s", "name": "%s"}, "target": "%s"}
                """.formatted(actor, record, title, about);
    }

    static HttpResponse<String> post(TestService service, String body, String... headers) {
        var request = service.request("/inbox", headers).POST(HttpRequest.BodyPublishers.ofString(body));
        if (IntStream.range(0, headers.length / 2).noneMatch(i -> headers[2 * i].equals("Content-Type"))) {
            request.header("Content-Type", "application/ld+json");
        }
        return service.send(request);
    }

    static String id(HttpResponse<String> response) {
        var location = response.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Decides as a machine that reviews. */
    static HttpResponse<String> decide(TestService service, String state, String reason, String... ids) {
        var form = new StringBuilder("state=" + state + "&reason=" + TestService.encode(reason));
        for (var id : ids) {
            form.append("&id=").append(id);
        }
        return service.send(service.request(
                        "/review/decide",
                        "Authorization",
                        "Bearer " + REVIEWER_TOKEN,
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** A browser that is logged in. */
    static Session login(TestService service) {
        var page = service.get("/review/login?lang=en", "Accept", "text/html");
        var session = new Session(service, cookie(page), csrf(page.body()));
        var entered = session.post(
                "/review/login",
                "username=" + TestService.encode(REVIEWER) + "&password=" + TestService.encode(PASSWORD));
        var cookie = cookie(entered);
        var home = service.get("/review?lang=en", "Accept", "text/html", "Cookie", cookie);
        return new Session(service, cookie, csrf(home.body()));
    }

    static String csrf(String html) {
        var found = CSRF.matcher(html);
        return found.find() ? found.group(1) : "";
    }

    static String cookie(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Set-Cookie")
                .map(c -> c.split(";", 2)[0])
                .orElse("");
    }

    /** A browser with a cookie and the token of the last form. */
    record Session(TestService service, String cookie, String csrf) {
        HttpResponse<String> get(String path) {
            return service.get(path, "Accept", "text/html", "Cookie", cookie);
        }

        HttpResponse<String> post(String path, String form) {
            return service.send(service.request(
                            path,
                            "Accept",
                            "text/html",
                            "Cookie",
                            cookie,
                            "Content-Type",
                            "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + TestService.encode(csrf))));
        }
    }
}
