package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.tomcat.util.http.ResponseUtil;
import org.apache.tomcat.util.http.parser.AcceptEncoding;

/**
 * A whole answer, packed by gzip, and the headers that belong to it.
 *
 * @param headers those that were set for it, in their order
 * @param contentType the value of {@code Content-Type}
 * @param tag what the answer says, in short
 * @param packed the body, packed
 * @param length of the body when it is not packed, in bytes
 */
record PackedAnswer(
        List<Map.Entry<String, String>> headers, String contentType, EntityTag tag, byte[] packed, int length) {
    /** Smaller ones are not worth it: as the server has it for what is not kept. */
    private static final int SMALLEST_PACKED = 1 << 10;

    /**
     * Packs an answer.
     *
     * @param response with all headers of the answer
     * @param left names of headers that are not of this answer
     */
    static PackedAnswer of(
            byte[] body, String contentType, EntityTag tag, HttpServletResponse response, Set<String> left) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (var name : new LinkedHashSet<>(response.getHeaderNames())) {
            if (!left.contains(name)) {
                response.getHeaders(name).forEach(value -> headers.add(Map.entry(name, value)));
            }
        }
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackedAnswer(List.copyOf(headers), contentType, tag, out.toByteArray(), body.length);
    }

    /** Bytes that it takes. */
    int size() {
        return packed.length
                + headers.stream()
                        .mapToInt(h -> h.getKey().length() + h.getValue().length())
                        .sum();
    }

    /** Sends it with its headers: with status 200, or 304 where the client has it already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(h -> response.addHeader(h.getKey(), h.getValue()));
        response.setStatus(HttpServletResponse.SC_OK);
        sendBody(request, response);
    }

    /** Sends what is left to be sent when its headers stand in the response. */
    void sendBody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (tag.isKnownTo(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        boolean isPacked = length >= SMALLEST_PACKED && takesGzip(request);
        if (isPacked) {
            response.setHeader("Content-Encoding", "gzip");
            ResponseUtil.addVaryFieldName(response, "accept-encoding");
        }
        response.setContentLength(isPacked ? packed.length : length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(isPacked ? packed : body());
        }
    }

    private byte[] body() throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readNBytes(length);
        }
    }

    private static boolean takesGzip(HttpServletRequest request) throws IOException {
        var header = String.join(",", Collections.list(request.getHeaders("Accept-Encoding")));
        return AcceptEncoding.parse(new StringReader(header)).stream()
                .anyMatch(e -> e.getQuality() > 0
                        && (e.getEncoding().equals("gzip") || e.getEncoding().equals("*")));
    }
}
