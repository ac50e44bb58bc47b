package org.banggiao.store;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;

/**
 * A file with RDF in any of the usual syntaxes (Turtle, N-Triples, N-Quads, TriG, RDF/XML, JSON-LD), told by the end of its
 * name, packed with gzip or not. Nothing beyond the file is read: no remote contexts, no external entities.
 */
public final class RdfFile {
    private static final int WARNINGS_KEPT = 20;
    /** Where blank nodes get their labels from: the same file has the same ones each time. */
    private static final UUID LABEL_SEED = new UUID(0, 0);

    private final Path path;
    private final Lang lang;
    private final String graphIri;

    private RdfFile(Path path, Lang lang, String graphIri) {
        this.path = path;
        this.lang = lang;
        this.graphIri = graphIri;
    }

    /**
     * A file to be read.
     *
     * @param baseIri what the IRI of the graph starts with that takes the triples without a graph of their own
     * @throws FaultException if there is no such file or its name ends as that of no RDF file
     */
    public static RdfFile of(Path path, String baseIri) {
        var location = Location.of(path.toString());
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new FaultException(
                    StoreIssue.RDF_MISSING,
                    location,
                    path + (Files.isDirectory(path) ? " is a folder" : " is not there or cannot be read")
                            + "; give the path of an RDF file.");
        }
        String name = path.getFileName().toString();
        Lang lang = RDFLanguages.filenameToLang(name);
        if (lang == null || !RDFLanguages.isTriples(lang) && !RDFLanguages.isQuads(lang)) {
            throw new FaultException(
                    StoreIssue.RDF_FORMAT,
                    location,
                    path
                            + " does not end as an RDF file does: .ttl, .nt, .nq, .trig, .rdf or .jsonld (.gz may follow).");
        }
        return new RdfFile(path, lang, baseIri + "graph/file/" + segment(name));
    }

    /** The file's name without its ends, as a segment of an IRI. */
    private static String segment(String name) {
        String stem = name.replaceFirst("(?<=.)\\..*$", "");
        var out = new StringBuilder();
        for (byte b : Normalizer.normalize(stem, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    /** The graph of the triples that have none of their own. */
    public String graphIri() {
        return graphIri;
    }

    /**
     * Reads all quads.
     *
     * @return what is odd in it, the first twenty
     * @throws FaultException at the first place that is not in the syntax, with line and column
     */
    public List<Finding> readInto(SortedQuads quads) throws IOException {
        var errors = new Errors();
        try (var in = open()) {
            RDFParser.create()
                    .source(in)
                    .forceLang(lang)
                    .base(graphIri)
                    .errorHandler(errors)
                    .labelToNode(LabelToNode.createScopeByDocumentHash(LABEL_SEED))
                    .set(LangJSONLD11.JSONLD_OPTIONS, jsonLd())
                    .parse(new Sink(quads, NodeFactory.createURI(graphIri)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RiotException e) {
            throw errors.fault(String.valueOf(e.getMessage()), -1, -1);
        }
        return List.copyOf(errors.warnings);
    }

    private InputStream open() throws IOException {
        var in = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static JsonLdOptions jsonLd() {
        var options = new JsonLdOptions((uri, loading) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the context " + uri + " is not in the file, and none is fetched; write it into the file");
        });
        return options;
    }

    private static final class Sink extends StreamRDFBase {
        private final SortedQuads quads;
        private final Node graph;

        Sink(SortedQuads quads, Node graph) {
            this.quads = quads;
            this.graph = graph;
        }

        @Override
        public void triple(Triple triple) {
            quad(new Quad(graph, triple));
        }

        @Override
        public void quad(Quad quad) {
            try {
                quads.add(quad.isDefaultGraph() ? new Quad(graph, quad.asTriple()) : quad);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Errors implements ErrorHandler {
        private final List<Finding> warnings = new ArrayList<>();

        @Override
        public void warning(String message, long line, long column) {
            if (warnings.size() < WARNINGS_KEPT) {
                warnings.add(Finding.of(
                        StoreIssue.RDF_DOUBTFUL, Location.of(path.toString()), place(line, column) + ": " + message));
            }
        }

        @Override
        public void error(String message, long line, long column) {
            throw fault(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw fault(message, line, column);
        }

        FaultException fault(String message, long line, long column) {
            return new FaultException(
                    StoreIssue.RDF_SYNTAX,
                    Location.of(path.toString()),
                    place(line, column) + ": not " + lang.getName() + ": " + message.strip());
        }

        private String place(long line, long column) {
            return line > 0 ? path + ", line " + line + ", column " + column : path.toString();
        }
    }
}
