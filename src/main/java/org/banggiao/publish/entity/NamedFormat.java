package org.banggiao.publish.entity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.Problem;

/**
 * A path and the format that its suffix names, such as {@code .ttl}.
 *
 * @param path without the suffix
 * @param suffix the format, if the path names one
 */
public record NamedFormat(String path, Optional<Format> suffix) {
    /** Takes the suffix off a path, where it is that of a format. */
    public static NamedFormat of(String path) {
        int dot = path.lastIndexOf('.');
        if (dot > path.lastIndexOf('/')) {
            var suffix = path.substring(dot + 1);
            for (var format : Format.values()) {
                if (format.suffix().equals(suffix)) {
                    return new NamedFormat(path.substring(0, dot), Optional.of(format));
                }
            }
        }
        return none(path);
    }

    /** A path as it is. */
    public static NamedFormat none(String path) {
        return new NamedFormat(path, Optional.empty());
    }

    /** The format to send: by {@code ?format=}, else by the suffix, else by {@code Accept}; empty where it is none of ours. */
    public Optional<Format.Offer> offer(HttpServletRequest request) {
        var named = request.getParameter("format");
        if (named != null) {
            return Format.named(named).map(f -> new Format.Offer(f, f.mediaType()));
        }
        return suffix.map(f -> new Format.Offer(f, f.mediaType()))
                .or(() -> Format.accepted(Accept.parse(Problem.accept(request))));
    }
}
