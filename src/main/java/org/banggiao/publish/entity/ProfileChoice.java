package org.banggiao.publish.entity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a request says of profiles: by {@code ?_profile=} or {@code ?profile=}, else by {@code Accept-Profile} (Content Negotiation by
 * Profile, sections 7.1 and 7.2; the query comes before headers, section 6.4).
 */
sealed interface ProfileChoice {
    /** It says nothing, or a header names only what there is not: that is passed over. */
    record Any() implements ProfileChoice {}

    /** It asks which there are. */
    record Listing() implements ProfileChoice {}

    /** Its query names only what there is not. */
    record Unknown(String asked) implements ProfileChoice {}

    /**
     * It names one.
     *
     * @param isByQuery whether nothing else will do
     */
    record Named(Profile profile, boolean isByQuery) implements ProfileChoice {}

    /** What asks for the list. */
    String LIST = "alt";

    /** Names in the order of preference: URIs in angle brackets, percent-encoded or not, and tokens. */
    Pattern NAME = Pattern.compile("<([^<>]*)>|([^,<>\\s]+)");

    /** A URI and its weight (as in RFC 9110, section 12.4.2). */
    Pattern WEIGHTED = Pattern.compile("<([^<>]*)>(?:\\s*;\\s*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)(?![0-9.]))?");

    /** What the request says. */
    static ProfileChoice of(HttpServletRequest request) {
        var named = Optional.ofNullable(request.getParameter("_profile"))
                .or(() -> Optional.ofNullable(request.getParameter("profile")))
                .map(String::strip)
                .filter(n -> !n.isEmpty());
        return named.map(ProfileChoice::byQuery)
                .orElseGet(() -> byHeader(String.join(",", Collections.list(request.getHeaders("Accept-Profile")))));
    }

    private static ProfileChoice byQuery(String value) {
        if (value.equals(LIST)) {
            return new Listing();
        }
        var names = NAME.matcher(value);
        while (names.find()) {
            var profile = Profile.named(names.group(1) != null ? names.group(1) : names.group(2));
            if (profile.isPresent()) {
                return new Named(profile.get(), true);
            }
        }
        return new Unknown(value);
    }

    private static ProfileChoice byHeader(String value) {
        record Weighted(Profile profile, double weight) {}
        var found = new ArrayList<Weighted>();
        var ranges = WEIGHTED.matcher(value);
        while (ranges.find()) {
            double weight = ranges.group(2) == null ? 1 : Double.parseDouble(ranges.group(2));
            Profile.named(ranges.group(1))
                    .filter(p -> weight > 0)
                    .ifPresent(profile -> found.add(new Weighted(profile, weight)));
        }
        // Of equals, the one that is named first.
        return found.stream()
                .reduce((a, b) -> b.weight() > a.weight() ? b : a)
                .<ProfileChoice>map(w -> new Named(w.profile(), false))
                .orElseGet(Any::new);
    }

    /** The profiles for people, with their short names. */
    static List<String> list(List<Profile> profiles) {
        return profiles.stream().map(p -> p.token() + " <" + p.uri() + ">").toList();
    }
}
