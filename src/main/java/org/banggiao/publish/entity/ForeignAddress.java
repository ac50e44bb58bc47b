package org.banggiao.publish.entity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses of other sites, which people spell in many ways: with or without TLS, {@code www.} and a slash at the end, that of
 * the page instead of the thing, or the bare number.
 */
final class ForeignAddress {
    /** The ways to write an identifier of a site; the group is the identifier. */
    private record Site(String host, Pattern form) {}

    private static final List<Site> SITES = List.of(
            new Site(
                    "wikidata.org",
                    Pattern.compile(
                            "(?:wikidata\\.org/(?:entity|wiki|wiki/special:entitydata|wiki/special:entitypage)/|wd:|wikidata:)?(q[1-9][0-9]*)"
                                    + "(?:\\.[a-z]+)?")),
            new Site("viaf.org", Pattern.compile("(?:viaf\\.org/viaf/|viaf:)([0-9]+)(?:/[a-z.]*)?")),
            new Site(
                    "geonames.org",
                    Pattern.compile("(?:(?:sws\\.)?geonames\\.org/|geonames:)([0-9]+)(?:/[a-z0-9.%-]*)?")));

    private ForeignAddress() {}

    /** What all spellings of an address have in common; to be compared, not to be followed. */
    static String key(String address) {
        var bare = address.strip().replaceFirst("(?i)^https?://", "").replaceFirst("(?i)^(?:www|m)\\.", "");
        int hash = bare.indexOf('#');
        // A fragment names another thing, unless it is empty.
        var text = hash == bare.length() - 1 && hash >= 0 ? bare.substring(0, hash) : bare;
        text = text.replaceFirst("/+$", "");
        var lower = text.toLowerCase(Locale.ROOT).replaceFirst("#.*", "");
        for (var site : SITES) {
            var match = site.form.matcher(lower);
            if (match.matches()) {
                return site.host + " " + match.group(1);
            }
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? text.toLowerCase(Locale.ROOT)
                : text.substring(0, slash).toLowerCase(Locale.ROOT) + text.substring(slash);
    }

    /** The site of a key. */
    static String site(String key) {
        int end = key.indexOf(' ');
        int slash = key.indexOf('/');
        int first = end < 0 ? slash : slash < 0 ? end : Math.min(end, slash);
        return first < 0 ? key : key.substring(0, first);
    }
}
