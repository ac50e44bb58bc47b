package org.banggiao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.banggiao.publish.login.LoginConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the login to a record on the page that it is about, by keyboard alone, and each page on the way as axe-core sees it. */
class ReviewTest extends BrowserTest {
    private static final String PASSWORD = "một mật khẩu dài";
    private static final String HASH = LoginConfiguration.encoder().encode(PASSWORD);
    private static final String RECORD = "https://archive.example/phong-12/ho-so-34";
    private static final String TITLE =
            "Biên bản hội đàm giữa hai đoàn, có ghi chú của người phiên dịch và danh sách kèm theo";
    private static final String EVENT = "https://w3id.org/banggiao/id/event/k7m2q";

    @TempDir
    Path folder;

    private TestService service;

    @BeforeEach
    void start() {
        service = TestService.of(
                PagesFixture.store(),
                Map.of(
                        "banggiao.inbox.enabled",
                        "true",
                        "banggiao.inbox.folder",
                        folder.resolve("inbox").toString(),
                        "banggiao.inbox.secure-cookie",
                        "false",
                        "banggiao.inbox.reviewers[0].name",
                        "Lan",
                        "banggiao.inbox.reviewers[0].password",
                        HASH));
        for (var end : List.of("", "-b")) {
            var answer = service.send(service.request("/inbox", "Content-Type", "application/ld+json")
                    .POST(BodyPublishers.ofString("""
                            {"@context": "https://www.w3.org/ns/activitystreams", "type": "Announce",
                             "actor": {"id": "https://elsewhere.example/", "name": "Kho lưu trữ Sông Lam"},
                             "object": {"id": "%s", "name": "%s"}, "target": "%s"}
                            """.formatted(RECORD + end, TITLE, EVENT))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of(View.PHONE, "vi", ColorScheme.LIGHT),
                Arguments.of(View.PHONE, "en", ColorScheme.DARK),
                Arguments.of(View.DESKTOP, "vi", ColorScheme.DARK),
                Arguments.of(View.DESKTOP, "en", ColorScheme.LIGHT));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aRecordIsPublishedByKeyboardAlone(View view, String language, ColorScheme colours) {
        var name = "review-%s-" + view.name().toLowerCase(Locale.ROOT) + "-" + language + "-"
                + colours.name().toLowerCase(Locale.ROOT);
        var page = openAt(service.url(), view, language, colours, "/review");
        var keyboard = new Keyboard(page);
        check(page, name.formatted("login"), language);
        keyboard.to(page.locator("#username"));
        page.keyboard().insertText("Lan");
        keyboard.to(page.locator("#password"));
        page.keyboard().insertText("ein falsches Wort");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator(".said")).isVisible();
        check(page, name.formatted("login-again"), language);
        keyboard.to(page.locator("#username"));
        page.keyboard().insertText("Lan");
        keyboard.to(page.locator("#password"));
        page.keyboard().insertText(PASSWORD);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));

        assertThat(page.locator(".card")).hasCount(2);
        check(page, name.formatted("held"), language);
        keyboard.to(page.locator(".card input").first());
        page.keyboard().press("Space");
        keyboard.to(page.locator("button[name=state][value=accepted]"));
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator(".said")).containsText("1");
        assertThat(page.locator(".card")).hasCount(1);

        keyboard.open(page.locator("nav.reviewing a[href*='/review/accepted'], nav.reviewing a[href*='accepted']"));
        assertThat(page.locator(".card")).hasCount(1);
        check(page, name.formatted("accepted"), language);
        keyboard.open(page.locator("nav.reviewing a[href*='table']"));
        keyboard.to(page.locator("#table"));
        page.keyboard()
                .insertText("record,title,about,holder\n" + RECORD + "-c,\"" + TITLE
                        + "\",event:k7m2q,Kho lưu trữ Sông Lam\n" + RECORD + "-d,x,event:nothing,y\n");
        keyboard.to(page.locator("main form button[type=submit]").last());
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator(".faults li")).hasCount(1);
        check(page, name.formatted("table-faulty"), language);
        page.locator("#table")
                .fill("record,title,about,holder\n" + RECORD + "-c,\"" + TITLE + "\"," + EVENT
                        + ",Kho lưu trữ Sông Lam\n");
        keyboard.to(page.locator("main form .actions button").first());
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        check(page, name.formatted("table"), language);
        keyboard.to(page.locator("button[name=apply]"));
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator(".card")).hasCount(2);
        keyboard.open(page.locator("nav.reviewing a[href*='log']"));
        check(page, name.formatted("log"), language);

        keyboard.open(page.locator("footer a[href*='inbox.html']"));
        check(page, name.formatted("inbox"), language);
        keyboard.open(page.locator("main a[href*='/id/event/k7m2q']").first());
        assertThat(page.locator(".records li")).hasCount(2);
        assertThat(page.locator(".records a").first()).hasText(TITLE);
        check(page, name.formatted("page"), language);
        assertThat(takeErrors()).isEmpty();
    }

    private static void check(Page page, String name, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        look(page, name);
        assertAccessible(page);
    }
}
