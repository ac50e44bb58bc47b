package org.banggiao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages with pictures, with few marks and with many. */
class PicturesTest extends BrowserTest {
    private static Stream<Arguments> pages() {
        return Stream.of(
                        "/timeline",
                        "/timeline/event?year=1977",
                        "/map",
                        "/aid",
                        "/aid/streams",
                        "/network",
                        "/life/f6sj9")
                .flatMap(path -> Stream.of(View.values()).map(view -> Arguments.of(view, path)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areAccessibleInLightAndDark(View view, String path) {
        var page = open(view, path);
        assertThat(page.locator("svg.picture .mark").first()).isVisible();
        assertAccessible(page);
        assertAccessible(openInTheDark(view, path + (path.contains("?") ? "&" : "?") + "lang=en"));
    }

    @ParameterizedTest
    @EnumSource
    void marksAreReachedByArrowKeysAndOpened(View view) {
        var page = open(view, "/timeline/event?year=1977&lang=en");
        var marks = page.locator("svg.picture a.mark");
        marks.first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(marks.nth(1)).isFocused();
        assertThat(page.locator(".tools output")).hasText(marks.nth(1).getAttribute("aria-label"));
        page.keyboard().press("Enter");
        assertThat(page.locator("article.resource")).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void areThereWithoutScriptWithTheirNumbersAndQuery(View view) {
        var page = openWithoutScript(view, "/aid?lang=en");
        assertThat(page.locator("svg.picture .mark").first()).isVisible();
        assertThat(page.locator("table.numbers tbody tr").first()).isVisible();
        page.locator(".choices a:not([aria-current])").first().click();
        assertThat(page.locator("svg.picture .mark").first()).isVisible();
    }
}
