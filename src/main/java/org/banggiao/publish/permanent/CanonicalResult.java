package org.banggiao.publish.permanent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.banggiao.publish.sparql.BoundedAnswer;

/**
 * The one text of what a query gives, the same whichever server and format it comes by, to be hashed and compared.
 *
 * <p>Of rows: the variables in their order, each with its question mark, separated by tabs; then a line for each row with its
 * values as in N-Triples, separated by tabs, nothing where there is none. Where the query gives no order, the lines of the
 * rows are sorted by their code points. Of a graph: its triples as N-Triples, sorted, each once. Of a truth value:
 * {@code true} or {@code false}. Every line ends with a line feed; the text is UTF-8.
 *
 * @param text the text
 */
public record CanonicalResult(String text) {
    /** As the bytes of UTF-8 are ordered; strings of Java order what lies beyond the basic plane otherwise. */
    private static final Comparator<String> BY_CODE_POINT =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    /**
     * The text of an answer.
     *
     * @param isOrdered whether the query gives an order
     * @return empty where there is none: the answer is cut, or has blank nodes, whose names mean nothing
     */
    public static Optional<CanonicalResult> of(BoundedAnswer answer, boolean isOrdered) {
        return switch (answer) {
            case BoundedAnswer.Truth truth -> Optional.of(new CanonicalResult(truth.isTrue() + "\n"));
            case BoundedAnswer.Rows rows -> rows.isCut() || hasBlank(rows) ? Optional.empty() : rows(rows, isOrdered);
            case BoundedAnswer.Triples triples ->
                triples.isCut() || hasBlank(triples) ? Optional.empty() : triples(triples);
            case BoundedAnswer.Refused refused -> Optional.empty();
        };
    }

    private static boolean hasBlank(BoundedAnswer.Rows rows) {
        return rows.rows().stream().map(Map::values).flatMap(Collection::stream).anyMatch(Node::isBlank);
    }

    private static boolean hasBlank(BoundedAnswer.Triples triples) {
        return triples.triples().stream()
                .anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
    }

    private static Optional<CanonicalResult> rows(BoundedAnswer.Rows rows, boolean isOrdered) {
        var head = String.join("\t", rows.variables().stream().map(v -> "?" + v).toList());
        var lines = rows.rows().stream().map(row -> line(rows.variables(), row));
        return Optional.of(text(Stream.concat(Stream.of(head), isOrdered ? lines : lines.sorted(BY_CODE_POINT))));
    }

    private static String line(List<String> variables, Map<String, Node> row) {
        return String.join(
                "\t",
                variables.stream()
                        .map(v -> row.containsKey(v) ? NodeFmtLib.strNT(row.get(v)) : "")
                        .toList());
    }

    private static Optional<CanonicalResult> triples(BoundedAnswer.Triples triples) {
        return Optional.of(text(triples.triples().stream()
                .map(t -> NodeFmtLib.strNT(t.getSubject()) + " " + NodeFmtLib.strNT(t.getPredicate()) + " "
                        + NodeFmtLib.strNT(t.getObject()) + " .")
                .distinct()
                .sorted(BY_CODE_POINT)));
    }

    private static CanonicalResult text(Stream<String> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return new CanonicalResult(text.toString());
    }

    /** The SHA-256 of the text. */
    public Digest digest() {
        try {
            return new Digest(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A SHA-256. */
    public static final class Digest {
        private final byte[] bytes;

        private Digest(byte[] bytes) {
            this.bytes = bytes;
        }

        /** 64 hexadecimal digits, as {@code sha256sum} prints them. */
        public String hex() {
            return HexFormat.of().formatHex(bytes);
        }

        /** As a member of {@code Repr-Digest} (RFC 9530). */
        public String field() {
            return "sha-256=:" + Base64.getEncoder().encodeToString(bytes) + ":";
        }
    }
}
