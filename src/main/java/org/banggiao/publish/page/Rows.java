package org.banggiao.publish.page;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Terms;

/** Shows resources as rows of a list. */
final class Rows {
    private static final int LONGEST = 140;

    private final Terms terms;
    private final Texts texts;
    private final Links links;
    private final DateWords dates;

    Rows(Terms terms, Texts texts, Links links) {
        this.terms = terms;
        this.texts = texts;
        this.links = links;
        this.dates = new DateWords(texts.language());
    }

    /** A thing with its date and sort. */
    Row row(Listed listed) {
        var language = texts.language().code();
        var sort = listed.types().stream()
                .filter(t -> listed.types().stream().noneMatch(other -> terms.isNarrower(other, t)))
                .flatMap(t -> terms.label(t, language).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        var when = listed.date().map(dates::ofText).orElse("");
        var label = withoutDate(listed, when);
        return new Row(
                ValueText.capital(when),
                Value.of(without(" (" + sort + ")", label)).withHref(links.resource(listed.iri())),
                listed.printedName().map(Rows::cut),
                isSaidBy(label, sort) ? "" : sort,
                listed.claims() > 1 ? Optional.of(texts.count("n.claim", listed.claims())) : Optional.empty(),
                listed.isDisputed());
    }

    /** Whether the label begins with the sort, or at least with its first word: "ký hiệp định" is a "ký kết". */
    private static boolean isSaidBy(String label, String sort) {
        return first(label).equals(first(sort));
    }

    private static String first(String words) {
        return words.toLowerCase(Locale.ROOT).split("[ :,]", 2)[0];
    }

    /** The start of a long name, up to the end of a word. */
    private static String cut(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        var start = name.substring(0, name.offsetByCodePoints(0, LONGEST));
        int space = start.lastIndexOf(' ');
        return (space < 0 ? start : start.substring(0, space)) + " …";
    }

    /** The name without its date, which a list shows by itself: at the end, or before what is in brackets there. */
    private String withoutDate(Listed listed, String when) {
        var label = listed.label(texts.language().code());
        int bracket = label.indexOf(" (");
        var head = bracket < 0 ? label : label.substring(0, bracket);
        int comma = head.lastIndexOf(", ");
        if (when.isEmpty() || comma < 0) {
            return label;
        }
        var end = head.substring(comma + 2);
        boolean isDate = end.equals(when)
                || listed.parsedDate().map(d -> dates.isShort(end, d)).orElse(false);
        return isDate ? head.substring(0, comma) + label.substring(head.length()) : label;
    }

    private static String without(String part, String label) {
        int at = label.indexOf(part);
        return at < 0 ? label : label.substring(0, at) + label.substring(at + part.length());
    }

    /** An actor, place or source with how many things name it. */
    Row row(Listed listed, Catalogue catalogue) {
        int things = catalogue.things(listed.iri()).size();
        return new Row(
                "",
                Value.of(listed.label(texts.language().code())).withHref(links.resource(listed.iri())),
                Optional.empty(),
                things == 0 ? "" : texts.count("n.thing", things),
                Optional.empty(),
                false);
    }
}
