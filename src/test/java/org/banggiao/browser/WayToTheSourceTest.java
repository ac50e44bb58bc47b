package org.banggiao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a name that is searched to the place that says what is said, and back, by keyboard alone. */
class WayToTheSourceTest extends BrowserTest {
    /** Each size of screen, in each language, with script and without. */
    private static Stream<Arguments> readers() {
        return Stream.of(View.values())
                .flatMap(view -> Stream.of("vi", "en")
                        .flatMap(language -> Stream.of(true, false)
                                .map(script -> Arguments.of(view, language, script ? "with script" : "without"))));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void leadsThereAndBack(View view, String language, String script) {
        var start = language.equals("vi") ? "/" : "/?lang=" + language;
        var page = script.equals("without") ? openWithoutScript(view, start) : open(view, start);
        var keyboard = new Keyboard(page);

        keyboard.to(page.locator("#search"));
        page.keyboard().insertText(language.equals("vi") ? "thăm" : "visit");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertAt(page, "/search", language);
        keyboard.open(page.locator("aside .chips a[href*='kind=event']"));
        keyboard.open(page.locator("ol.hits a").first());
        assertAt(page, "/id/event/", language);
        var event = path(page);

        keyboard.open(page.locator(".claim .more a").first());
        assertAt(page, "/id/claim/", language);
        keyboard.open(page.locator(".claim .place a").first());
        assertAt(page, "/id/passage/", language);
        keyboard.open(page.locator("main a[href*='/id/source/']").first());
        assertAt(page, "/id/source/", language);

        page.goBack();
        page.goBack();
        assertAt(page, "/id/claim/", language);
        keyboard.open(page.locator("main a[href*='" + event + "']").first());
        assertAt(page, event, language);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void beginsWithALinkOverTheHead(View view, String language, String script) {
        var start = "/browse/event?lang=" + language;
        var page = script.equals("without") ? openWithoutScript(view, start) : open(view, start);
        var keyboard = new Keyboard(page);
        var skip = page.locator(".skip");
        keyboard.to(skip);
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("main :focus")).hasCount(1);
    }

    private static void assertAt(Page page, String path, String language) {
        assertThat(page.url()).startsWith(address() + path);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("h1")).isVisible();
    }

    private static String path(Page page) {
        return page.url().substring(address().length()).replaceFirst("[?#].*", "");
    }
}
