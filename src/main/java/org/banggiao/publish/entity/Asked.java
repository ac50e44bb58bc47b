package org.banggiao.publish.entity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a path asks for: a resource and, by a suffix such as {@code .ttl} or {@code .bib}, the form of the answer.
 *
 * @param path of the resource, without the suffix
 * @param suffix what stands after the dot, where it names a form of ours; else empty
 */
record Asked(String path, String suffix) {
    /** Takes the suffix off a path, where it is that of a form. */
    static Asked of(String path) {
        int dot = path.lastIndexOf('.');
        if (dot > path.lastIndexOf('/')) {
            var suffix = path.substring(dot + 1);
            if (isSuffix(suffix)) {
                return new Asked(path.substring(0, dot), suffix);
            }
        }
        return whole(path);
    }

    private static boolean isSuffix(String text) {
        return Format.named(text).filter(f -> f.suffix().equals(text)).isPresent()
                || Companion.named(text).filter(c -> c.suffix().equals(text)).isPresent();
    }

    /** A path as it is. */
    static Asked whole(String path) {
        return new Asked(path, "");
    }

    /** The form to send. */
    record Answer(Optional<Format.Offer> format, Optional<Companion> companion) {
        private static Answer named(String name) {
            return new Answer(Format.named(name).map(f -> new Format.Offer(f, f.mediaType())), Companion.named(name));
        }

        /** Whether it is none of ours. */
        boolean isNone() {
            return format.isEmpty() && companion.isEmpty();
        }
    }

    /** The form to send: by {@code ?format=} or {@code ?_mediatype=}, else by the suffix, else by {@code Accept}. */
    Answer answer(HttpServletRequest request) {
        var named = byQuery(request);
        if (named != null) {
            return Answer.named(named);
        }
        return suffix.isEmpty() ? accepted(Accept.parse(Problem.accept(request))) : Answer.named(suffix);
    }

    /** What names the form in the query, if anything: our own word for it, or that of Content Negotiation by Profile. */
    private static @Nullable String byQuery(HttpServletRequest request) {
        var named = request.getParameter("format");
        return named != null ? named : request.getParameter("_mediatype");
    }

    /** Whether the address names a form. */
    boolean isNamed(HttpServletRequest request) {
        return !suffix.isEmpty() || byQuery(request) != null;
    }

    /** The media type of the form that is asked for by name; empty where it is chosen by {@code Accept}, or none of ours. */
    Optional<String> named(HttpServletRequest request) {
        var answer = answer(request);
        return !isNamed(request)
                ? Optional.empty()
                : answer.format()
                        .map(Format.Offer::mediaType)
                        .or(() -> answer.companion()
                                .filter(c -> c.mediaType().contains("json"))
                                .map(c -> "application/json"))
                        .or(() -> answer.companion().map(c -> "text/plain"));
    }

    /** What goes with a resource is sent only where it is named, and liked better than any description. */
    private static Answer accepted(Accept accept) {
        var format = Format.accepted(accept);
        int best = format.map(f -> accept.rank(f.mediaType())).orElse(0);
        Optional<Companion> companion = Optional.empty();
        for (var each : Companion.values()) {
            int rank = accept.names(each.mediaType()) ? accept.rank(each.mediaType()) : 0;
            if (rank > best) {
                best = rank;
                companion = Optional.of(each);
            }
        }
        return companion.isPresent() ? new Answer(Optional.empty(), companion) : new Answer(format, Optional.empty());
    }
}
