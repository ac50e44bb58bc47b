package org.banggiao.publish.entity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.banggiao.text.Folding;
import org.springframework.web.util.UriUtils;

/**
 * The one spelling of an address. Addresses of the data are ASCII in lower case, words joined by hyphens and no slash at the
 * end; people and programs write the same with accents in either normal form, encoded once or twice, with capitals, spaces or
 * a slash.
 */
final class Spelling {
    private static final int DECODINGS = 3;
    private static final Pattern JOINS = Pattern.compile("[\\s_\\p{Pd}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]+");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern ADDRESS = Pattern.compile("(/[a-z0-9.:~-]+)+");

    private Spelling() {}

    /** How the data would write a path as it was sent; empty where they write it so or could not write it at all. */
    static Optional<String> of(String path) {
        var text = path;
        try {
            for (int i = 0; i < DECODINGS && text.indexOf('%') >= 0; i++) {
                text = UriUtils.decode(text, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        text = Folding.bare(text).toLowerCase(Locale.ROOT).strip();
        text = UNSEEN.matcher(text).replaceAll("");
        text = JOINS.matcher(text).replaceAll("-");
        text = SLASHES.matcher(text).replaceAll("/").replaceFirst("/$", "");
        return text.equals(path) || !ADDRESS.matcher(text).matches() ? Optional.empty() : Optional.of(text);
    }
}
