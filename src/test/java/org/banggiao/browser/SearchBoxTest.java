package org.banggiao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search box that stands on every page. */
class SearchBoxTest extends BrowserTest {
    @ParameterizedTest
    @EnumSource
    void suggestsByKeyboardWhatIsThenOpened(View view) {
        var page = open(view, "/");
        var box = page.locator("#search");
        box.pressSequentially("vieng chan");
        assertThat(page.locator("[role=option]").first()).containsText("Viêng Chăn");
        box.press("ArrowDown");
        assertThat(box).hasAttribute("aria-expanded", "true");
        assertThat(box)
                .hasAttribute(
                        "aria-activedescendant",
                        page.locator("[role=option]").first().getAttribute("id"));
        box.press("Enter");
        assertThat(page.locator("h1")).containsText("Viêng Chăn");
        assertAccessible(page);
    }

    @ParameterizedTest
    @EnumSource
    void isAccessibleWhileItSuggests(View view) {
        var page = open(view, "/?lang=en");
        page.locator("#search").pressSequentially("vieng chan");
        assertThat(page.locator("[role=option]").first()).containsText("Viêng Chăn");
        assertAccessible(page);
    }

    @ParameterizedTest
    @EnumSource
    void searchesWithoutScript(View view) {
        var page = openWithoutScript(view, "/?lang=en");
        page.locator("#search").fill("vieng chan");
        page.locator("#search").press("Enter");
        assertThat(page).hasURL(address() + "/search?q=vieng+chan&lang=en");
        assertThat(page.locator("main li").first()).containsText("Viêng Chăn");
        page.locator("main li a").first().click();
        assertThat(page.locator("h1")).containsText("Vientiane");
    }
}
