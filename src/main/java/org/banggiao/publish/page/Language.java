package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that the pages speak. */
public enum Language {
    VI("vi", "Tiếng Việt"),
    EN("en", "English");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** BCP 47. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return Locale.of(code, this == VI ? "VN" : "GB");
    }

    /** The language of a code. */
    static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }

    /** The language that a request names by {@code ?lang=}. */
    static Optional<Language> named(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang")).flatMap(Language::of);
    }

    /**
     * The language for a request: the one it names, else the one it accepts best (RFC 4647 look-up), else the preferred one.
     *
     * @param offered the preferred one first
     */
    static Language chosen(HttpServletRequest request, List<Language> offered) {
        return named(request).filter(offered::contains).orElseGet(() -> accepted(request, offered));
    }

    private static Language accepted(HttpServletRequest request, List<Language> offered) {
        var header = String.join(",", Collections.list(request.getHeaders("Accept-Language")));
        if (!header.isBlank()) {
            try {
                var ranges = Locale.LanguageRange.parse(header);
                var best = Locale.lookupTag(
                        ranges, offered.stream().map(Language::code).toList());
                return Optional.ofNullable(best).flatMap(Language::of).orElse(offered.getFirst());
            } catch (IllegalArgumentException e) {
                return offered.getFirst();
            }
        }
        return offered.getFirst();
    }
}
