package org.banggiao.publish.catalog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.banggiao.publish.catalog.HandedOut.Download;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.store.ReleaseFile;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands out the files of releases: whole or in part (RFC 9110, section 14), each with the checksum that the manifest has. A file is
 * found by its name among those that may be had; no path is made from what a client sends. A table without {@code .gz} at the end
 * of its name comes unpacked, or packed for the way where the client takes that.
 */
@Controller
final class DownloadController {
    private static final String PACKED = "application/gzip";
    /** What lies in a release never changes. */
    private static final String FOR_EVER = "max-age=31536000, public, immutable";

    private final StoreSource source;

    DownloadController(StoreSource source) {
        this.source = source;
    }

    @GetMapping("/dataset/releases/{id:[0-9a-f]{16}}/{name}")
    void send(
            Store store,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var release = HandedOut.all(source, store).stream()
                .filter(r -> r.id().equals(id))
                .findFirst();
        if (release.isEmpty()) {
            noSuchRelease(id).write(request, response);
            return;
        }
        switch (name) {
            case "SHA256SUMS" -> text(release.get().checksums(), "text/plain", request, response);
            case "csv-metadata.json" ->
                text(TableMetadata.json(release.get()), "application/csvm+json", request, response);
            case "changes.tsv" -> changes(release.get(), request, response);
            default -> file(release.get(), name, request, response);
        }
    }

    /** There is no release of this id here. */
    static Problem noSuchRelease(String id) {
        return new Problem(
                404,
                "no-such-release",
                "No such release",
                "There is no release " + id + " here, or no more. /dataset/releases lists those that are kept.");
    }

    private static void text(String text, String type, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new Representation(text, type + ";charset=utf-8", "").send(request, response);
    }

    private static void changes(HandedOut release, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (release.changes().isEmpty()) {
            noSuchFile(release, "changes.tsv").write(request, response);
            return;
        }
        whole(
                release.changes().get().list(),
                "text/tab-separated-values;charset=utf-8",
                "changes.tsv",
                release,
                request,
                response);
    }

    private static void file(HandedOut release, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var packed = release.file(name);
        if (packed.isPresent()) {
            whole(packed.get().file(), PACKED, name, release, request, response);
            return;
        }
        var unpacked = release.files().stream()
                .filter(f -> f.unpackedName().equals(name))
                .findFirst();
        if (unpacked.isPresent()) {
            unpacked(unpacked.get(), release, request, response);
            return;
        }
        noSuchFile(release, name).write(request, response);
    }

    private static Problem noSuchFile(HandedOut release, String name) {
        List<String> names = release.files().stream().map(Download::name).toList();
        return new Problem(
                404,
                "no-such-file",
                "No such file",
                "Release " + release.id() + " has no file " + name + "."
                        + (names.isEmpty()
                                ? " It was made without files to download; its data are read by the SPARQL endpoint."
                                : " It has " + String.join(", ", names) + ", SHA256SUMS and csv-metadata.json."));
    }

    private static void whole(
            ReleaseFile file,
            String type,
            String name,
            HandedOut release,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var tag = "\"" + file.sha256().substring(0, 32) + "\"";
        head(tag, name, release, response);
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader(
                "Repr-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256())) + ":");
        if (isKnown(tag, release.made(), request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (!Files.isRegularFile(file.path())) {
            noSuchRelease(release.id()).write(request, response);
            return;
        }
        response.setContentType(type);
        long from = 0;
        long length = file.bytes();
        var ranges = ranges(tag, request);
        if (ranges.isPresent()) {
            from = ranges.get().getRangeStart(file.bytes());
            length = ranges.get().getRangeEnd(file.bytes()) - from + 1;
            if (length <= 0) {
                response.setHeader("Content-Range", "bytes */" + file.bytes());
                response.setHeader("Cache-Control", "no-store");
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                return;
            }
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + from + "-" + (from + length - 1) + "/" + file.bytes());
        }
        response.setContentLengthLong(length);
        if (!request.getMethod().equals("HEAD")) {
            copy(file, from, length, response);
        }
    }

    private static void copy(ReleaseFile file, long from, long length, HttpServletResponse response)
            throws IOException {
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file.path())) {
            in.skipNBytes(from);
            var out = response.getOutputStream();
            long left = length;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new IOException(file.path() + " is shorter than its manifest says");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }

    /** The one range that is asked for, where the client has the rest of this very file; of several none, which may be. */
    private static Optional<HttpRange> ranges(String tag, HttpServletRequest request) {
        var header = request.getHeader("Range");
        var condition = request.getHeader("If-Range");
        if (header == null || (condition != null && !condition.equals(tag))) {
            return Optional.empty();
        }
        try {
            var ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? Optional.of(ranges.getFirst()) : Optional.empty();
        } catch (IllegalArgumentException notRanges) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(String tag, Optional<Instant> made, HttpServletRequest request) {
        var tags = request.getHeader("If-None-Match");
        if (tags != null) {
            for (var known : tags.split(",", -1)) {
                var bare = known.strip().replaceFirst("^W/", "");
                if (bare.equals(tag) || bare.equals("*")) {
                    return true;
                }
            }
            return false;
        }
        try {
            long since = request.getDateHeader("If-Modified-Since");
            return since >= 0 && made.isPresent() && made.get().toEpochMilli() / 1000 <= since / 1000;
        } catch (IllegalArgumentException notADate) {
            return false;
        }
    }

    private static void head(String tag, String name, HandedOut release, HttpServletResponse response) {
        response.setHeader("ETag", tag);
        release.made().ifPresent(made -> response.setDateHeader("Last-Modified", made.toEpochMilli()));
        response.setHeader("Cache-Control", FOR_EVER);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + release.id() + "-" + name + "\"");
    }

    /** What is packed, unpacked on the way or by the client. */
    private static void unpacked(
            Download file, HandedOut release, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isPackedOnTheWay = Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "")
                .matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?(\\s*,|\\s*$)).*");
        var tag = "\"" + file.file().sha256().substring(0, 32) + (isPackedOnTheWay ? "-gzip\"" : "-plain\"");
        head(tag, file.unpackedName(), release, response);
        response.setHeader("Vary", "Accept-Encoding");
        if (isKnown(tag, release.made(), request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.content().mediaType()
                + (file.content() == HandedOut.Content.CSV ? ";charset=utf-8;header=present" : ""));
        if (isPackedOnTheWay) {
            response.setHeader("Content-Encoding", "gzip");
            response.setContentLengthLong(file.file().bytes());
        }
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        if (isPackedOnTheWay) {
            copy(file.file(), 0, file.file().bytes(), response);
            return;
        }
        try (var in = new GZIPInputStream(Files.newInputStream(file.file().path()), 1 << 16)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
