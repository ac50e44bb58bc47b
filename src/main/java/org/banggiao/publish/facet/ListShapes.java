package org.banggiao.publish.facet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/**
 * The lists of the service, read from Turtle.
 *
 * @param lists in their order; their keys differ
 */
public record ListShapes(List<ListShape> lists) {
    private static final String OWN = "facets.ttl";

    public ListShapes {
        lists = List.copyOf(lists);
    }

    /**
     * The lists that come with the service.
     *
     * @param baseIri what relative addresses in the file start with
     */
    public static ListShapes own(String baseIri) {
        try (var in = Objects.requireNonNull(ListShapes.class.getResourceAsStream(OWN), OWN)) {
            return read(in, baseIri, OWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The lists of a file of the deployment.
     *
     * @throws FaultException where the file is not there, is no Turtle, or describes what cannot be made
     */
    public static ListShapes of(Path file, String baseIri) {
        try (var in = Files.newInputStream(file)) {
            return read(in, baseIri, file.toString());
        } catch (IOException e) {
            throw new FaultException(
                    FacetIssue.BAD_FACETS,
                    Location.of(file.toString()),
                    "The file of facets " + file
                            + " cannot be read. Mend banggiao.facets, or leave it empty for the facets"
                            + " that come with the service.",
                    e);
        }
    }

    static ListShapes read(InputStream in, String baseIri, String where) {
        var graph = GraphFactory.createDefaultGraph();
        try {
            RDFParser.create()
                    .source(in)
                    .lang(Lang.TURTLE)
                    .base(baseIri)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        } catch (RiotException e) {
            throw new FaultException(
                    FacetIssue.BAD_FACETS, Location.of(where), where + " is no Turtle: " + e.getMessage() + ".", e);
        }
        return new ListShapes(ShapeReader.read(graph, where));
    }

    /** The list of a name in addresses. */
    public Optional<ListShape> list(String key) {
        return lists.stream().filter(l -> l.key().equals(key)).findFirst();
    }
}
