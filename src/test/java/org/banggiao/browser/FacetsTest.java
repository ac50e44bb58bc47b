package org.banggiao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists and what narrows them, by keyboard, with script and without. */
class FacetsTest extends BrowserTest {
    private static final Pattern VISITS_OF_THE_EIGHTIES = Pattern.compile("type=Visit&year=1980-1989");

    @ParameterizedTest
    @EnumSource
    void aListIsNarrowedByKeyboardAndWidenedByGoingBack(View view) {
        narrow(open(view, "/browse/event?lang=en"), view);
    }

    @ParameterizedTest
    @EnumSource
    void theSameWithoutScript(View view) {
        narrow(openWithoutScript(view, "/browse/event?lang=en"), view);
    }

    private static void narrow(Page page, View view) {
        var whole = page.locator("h1 .count").textContent();
        var summary = page.locator("details.facets > summary");
        if (summary.isVisible()) {
            summary.focus();
            summary.press("Enter");
        }
        press(page.locator("section[aria-labelledby=facet-type] .options a").filter(named("visit")));
        assertThat(page).hasURL(Pattern.compile("type=Visit"));
        assertThat(page.locator("h1 .count")).not().hasText(whole);
        var visits = page.locator("h1 .count").textContent();
        assertThat(page.locator(".chips a").first()).containsText("visit");
        page.locator("input[name='year.from']").fill("1980");
        page.locator("input[name='year.to']").fill("1989");
        page.locator("input[name='year.to']").press("Enter");
        assertThat(page).hasURL(VISITS_OF_THE_EIGHTIES);
        assertThat(page.locator(".histogram a[aria-current]").first()).isVisible();
        assertThat(page.locator("h1 .count")).not().hasText(visits);
        page.goBack();
        assertThat(page.locator("h1 .count")).hasText(visits);
        page.goBack();
        assertThat(page.locator("h1 .count")).hasText(whole);
        press(page.locator(".histogram a").first());
        assertThat(page).hasURL(Pattern.compile("year="));
        press(page.locator(".chips a").first());
        assertThat(page.locator("h1 .count")).hasText(whole);
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "\\s"));
    }

    private static void press(Locator link) {
        link.focus();
        link.press("Enter");
    }

    @ParameterizedTest
    @EnumSource
    void listsAreAccessible(View view) {
        for (String path : new String[] {
            "/browse/event?type=Visit&country=laos",
            "/browse/aidflow?lang=en&year=1980-1984",
            "/browse/person",
            "/browse/event/actor",
            "/browse/event?country=nowhere"
        }) {
            var page = open(view, path);
            assertAccessible(page);
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertAccessible(page);
            look(page, "list" + path.replaceAll("[^a-z]+", "-") + view);
            if (path.contains("nowhere")) {
                takeErrors();
            }
        }
        var dark = openInTheDark(view, "/browse/instrument?subject=border");
        assertAccessible(dark);
    }
}
