package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banggiao.publish.settings.About;
import org.banggiao.publish.settings.Licence;
import org.banggiao.publish.settings.PublishSettings;

/**
 * What stands around the content of every page.
 *
 * @param site what the service says of itself at the foot of every page and in its head
 * @param title what this page is about
 * @param texts the words of the page's language
 * @param links the links of the page
 * @param languages the page in each language
 * @param style the address of the style sheet
 * @param icon the address of the icon
 * @param script the address of the script that suggests while one types a search
 * @param release the id of the release
 * @param canonical the address that names what the page is about, if one
 * @param alternates the same as data
 * @param description what the page says in a sentence, for those who list it; empty where it says none
 * @param section which part of the navigation the page belongs to; empty where to none
 */
public record Frame(
        Site site,
        String title,
        Texts texts,
        Links links,
        List<Choice> languages,
        String style,
        String icon,
        String script,
        String release,
        Optional<String> canonical,
        List<Alternate> alternates,
        String description,
        String section) {
    private static final Pattern INSTRUMENT = Pattern.compile(".*/id/instrument/([a-z0-9-]+)");

    /**
     * The same on every page in a language.
     *
     * @param name of the service
     * @param licence of the data, if one is stated
     * @param note at the foot, if one
     * @param hasQuestions whether there is a book of questions
     * @param hasInbox whether archives can tell of their records
     * @param hasFederation whether other endpoints are asked together with this one
     */
    public record Site(
            String name,
            Optional<Licence> licence,
            Optional<String> note,
            boolean hasQuestions,
            boolean hasInbox,
            boolean hasFederation) {
        static Site of(PublishSettings settings, Language language) {
            return new Site(
                    settings.title(),
                    settings.licence().stated(),
                    About.in(language.code(), settings.about().note()),
                    settings.examples() != PublishSettings.Examples.NONE,
                    settings.inbox().enabled(),
                    settings.federation().isOn());
        }
    }

    /** The name of the service. */
    public String service() {
        return site.name();
    }

    /**
     * The page in a language.
     *
     * @param chosen whether it is this one
     */
    public record Choice(Language language, String href, boolean chosen) {}

    /** The same in a format of data. */
    public record Alternate(String title, String mediaType, String href) {}

    /** The frame of a page that says this in a sentence. */
    Frame describedBy(String sentence) {
        return new Frame(
                site,
                title,
                texts,
                links,
                languages,
                style,
                icon,
                script,
                release,
                canonical,
                alternates,
                sentence,
                section);
    }

    /** The frame of a page that is there as data too. */
    Frame alsoAs(List<Alternate> data) {
        return new Frame(
                site,
                title,
                texts,
                links,
                languages,
                style,
                icon,
                script,
                release,
                canonical,
                data,
                description,
                section);
    }

    /** The words of a key in the page's language. */
    public String t(String key, Object... values) {
        return texts.get(key, values);
    }

    /** A number of something in the page's language. */
    public String n(String key, long number) {
        return texts.count(key, number);
    }

    /** A whole number as the page's language writes it. */
    public String number(long number) {
        return Numbers.whole(number, texts.language());
    }

    /** The path of the picture of its life, where the page is about an agreement or joint document. */
    public Optional<String> life() {
        return canonical.map(INSTRUMENT::matcher).filter(Matcher::matches).map(m -> "/life/" + m.group(1));
    }

    public String language() {
        return texts.language().code();
    }

    /** How much of the release's id is shown. */
    public String shortRelease() {
        return release.length() > 12 ? release.substring(0, 12) : release;
    }
}
