package org.banggiao.graph;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.claim.Passage;
import org.banggiao.text.Folding;

/**
 * The one place that makes addresses. All are ASCII; resources lie under {@code <base>id/<class>/<key>}, named graphs under
 * {@code <base>graph/}. Terms and codes do not move with the base ({@link Vocabulary}).
 *
 * @param base where the data live, ending in a slash
 */
public record Iris(String base) {
    /** The address of the project; not registered yet. */
    public static final Iris DEFAULT = new Iris("https://w3id.org/banggiao/");

    private static final int PASSAGE_DIGITS = 20;
    private static final int FILE_DIGITS = 16;
    private static final int RUN_DIGITS = 16;
    private static final int NAME_DIGITS = 6;
    private static final int SLUG_LENGTH = 40;

    public Iris {
        if (!base.matches("https?://[!-~]+/")) {
            throw new IllegalArgumentException("a base is an http address that ends in a slash: '" + base + "'");
        }
    }

    /** The resource of a class with a key, such as {@code event} and {@code k7m2q}. */
    public Node id(String resourceClass, String key) {
        return NodeFactory.createURI(base + "id/" + resourceClass + "/" + key);
    }

    /** The resource of a key with its class, as authority data and tables write it: {@code country:laos}. */
    public Node ofKey(String keyWithClass) {
        int colon = keyWithClass.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a key with its class: '" + keyWithClass + "'");
        }
        return id(keyWithClass.substring(0, colon), keyWithClass.substring(colon + 1));
    }

    /** The passage of a range: a hash of file and range, whatever the document is called. */
    public Node passage(Passage passage) {
        return id(
                "passage",
                Hashes.hex(
                        PASSAGE_DIGITS,
                        passage.fileSha256(),
                        String.valueOf(passage.startInclusive()),
                        String.valueOf(passage.endExclusive())));
    }

    /** The file with a hash. */
    public Node sourceFile(String sha256) {
        return id("sourcefile", sha256.substring(0, FILE_DIGITS));
    }

    /** The run of an extraction: a hash of what went into it. */
    public Node run(Run run) {
        return id(
                "run", Hashes.hex(RUN_DIGITS, run.fileSha256(), run.rulesSha256(), run.lexicaSha256(), run.version()));
    }

    /** The set of donors, whatever their order; members by key with class, such as {@code country:laos}. */
    public Node donorSet(Collection<String> memberKeys) {
        return id(
                "donorset",
                new TreeSet<>(memberKeys)
                        .stream()
                                .map(k -> k.startsWith("country:")
                                        ? k.substring("country:".length())
                                        : k.replace(':', '.'))
                                .collect(Collectors.joining("_")));
    }

    /** Key, with class, of somebody or some place that the authority data do not know: provisional, by its name. */
    public static String unknownKey(String resourceClass, String code, String printed) {
        var folded = Normalizer.normalize(printed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return resourceClass + ":x-" + slug(printed) + "-" + Hashes.hex(NAME_DIGITS, code, folded);
    }

    /** A part of a resource: one of several under a name, from 1. */
    public static Node part(Node owner, String name, int position) {
        return NodeFactory.createURI(owner.getURI() + "/" + name + "/" + position);
    }

    /** A part of a resource that has but one of the name. */
    public static Node part(Node owner, String name) {
        return NodeFactory.createURI(owner.getURI() + "/" + name);
    }

    /** A concept of a code list, such as {@code flowstage} and {@code delivery}. */
    public static Node code(String list, String notation) {
        return NodeFactory.createURI(Vocabulary.CODE + list + "/" + notation);
    }

    public Node topGraph() {
        return NodeFactory.createURI(base + "graph/top");
    }

    /** The graph with the claims and passages of a document. */
    public Node sourceGraph(String document) {
        return NodeFactory.createURI(base + "graph/source/" + segment(document));
    }

    public Node authorityGraph() {
        return NodeFactory.createURI(base + "graph/authority");
    }

    /** Graph of what people decided on claims. */
    public Node curationGraph() {
        return NodeFactory.createURI(base + "graph/curation");
    }

    public Node linksGraph() {
        return NodeFactory.createURI(base + "graph/links");
    }

    /** Graph of the example queries. */
    public Node examplesGraph() {
        return NodeFactory.createURI(base + "graph/examples");
    }

    /** Graph of addresses given out before that name nothing of their own any more. */
    public Node retiredGraph() {
        return NodeFactory.createURI(base + "graph/retired");
    }

    public Node ontologyGraph() {
        return NodeFactory.createURI(base + "graph/ontology");
    }

    /** ASCII words of a name, joined by hyphens; {@code x} where no letter or digit is left. */
    static String slug(String name) {
        var ascii = Folding.bare(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var cut = ascii.length() > SLUG_LENGTH ? ascii.substring(0, SLUG_LENGTH).replaceAll("-$", "") : ascii;
        return cut.isEmpty() ? "x" : cut;
    }

    /** A document's id as a path segment: what is not unreserved in an address is percent-encoded. */
    private static String segment(String document) {
        var out = new StringBuilder();
        for (byte b : document.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return out.toString();
    }
}
