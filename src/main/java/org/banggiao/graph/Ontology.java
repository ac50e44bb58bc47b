package org.banggiao.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.banggiao.issue.Severity;

/**
 * The files of a folder {@code ontology/}: {@code banggiao.ttl}, {@code codes/*.ttl}, {@code shapes/*.ttl}, {@code
 * checks/*.rq}.
 *
 * @param schema classes, properties and code lists
 * @param shapes SHACL shapes
 * @param checks queries of which each row is a fault
 */
public record Ontology(Graph schema, Graph shapes, List<CheckQuery> checks) {
    /**
     * A query of which each row is a fault: it binds {@code ?resource} and {@code ?message}.
     *
     * @param name file name without its ending
     * @param text the query; a comment {@code # Severity: warning} says that its rows are doubts and no faults
     */
    public record CheckQuery(String name, String text) {
        /** How bad a row is. */
        public Severity severity() {
            return text.contains("\n# Severity: warning\n") ? Severity.WARNING : Severity.ERROR;
        }
    }

    public Ontology {
        checks = List.copyOf(checks);
    }

    /** The schema as it is published: the labels of concepts also under the name by which everything else is labelled. */
    public List<Triple> published() {
        var triples = new ArrayList<Triple>();
        schema.find().forEachRemaining(triple -> {
            triples.add(triple);
            if (triple.getPredicate().equals(Vocabulary.PREF_LABEL)) {
                triples.add(Triple.create(triple.getSubject(), Vocabulary.LABEL, triple.getObject()));
            }
        });
        return triples;
    }

    /**
     * Reads the folder.
     *
     * @throws FaultException where a file is missing or wrong
     */
    public static Ontology load(Path folder) {
        var schema = GraphFactory.createGraphMem();
        read(folder.resolve("banggiao.ttl"), schema);
        files(folder.resolve("codes"), ".ttl").forEach(f -> read(f, schema));
        var shapes = GraphFactory.createGraphMem();
        files(folder.resolve("shapes"), ".ttl").forEach(f -> read(f, shapes));
        var checks = new ArrayList<CheckQuery>();
        for (var file : files(folder.resolve("checks"), ".rq")) {
            checks.add(check(file));
        }
        return new Ontology(schema, shapes, checks);
    }

    /**
     * Reads a Turtle file into a graph, for instance source descriptions.
     *
     * @throws FaultException where it is missing or no Turtle; the message has line and column
     */
    public static Graph readTurtle(Path file) {
        var graph = GraphFactory.createGraphMem();
        read(file, graph);
        return graph;
    }

    private static void read(Path file, Graph into) {
        if (!Files.isRegularFile(file)) {
            throw new FaultException(
                    GraphIssue.ONTOLOGY_UNREADABLE,
                    Location.of(file.toString()),
                    file + " is missing: run from the project's folder, or name the folder that holds it.");
        }
        try {
            RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(into);
        } catch (RiotException e) {
            throw new FaultException(
                    GraphIssue.ONTOLOGY_UNREADABLE,
                    Location.of(file.toString()),
                    file + " is no Turtle: " + e.getMessage() + "; correct it there.",
                    e);
        }
    }

    private static CheckQuery check(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            var query = QueryFactory.create(text);
            if (!query.isSelectType() || !query.getResultVars().containsAll(List.of("resource", "message"))) {
                throw new QueryException("it must select ?resource and ?message");
            }
            var name = String.valueOf(file.getFileName());
            return new CheckQuery(name.substring(0, name.length() - ".rq".length()), text);
        } catch (IOException | QueryException e) {
            throw new FaultException(
                    GraphIssue.ONTOLOGY_UNREADABLE,
                    Location.of(file.toString()),
                    file + " is no check: " + e.getMessage() + "; correct it there.",
                    e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        var byName = new TreeMap<String, Path>();
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(f -> f.toString().endsWith(ending)).forEach(f -> byName.put(f.toString(), f));
        } catch (IOException e) {
            throw new FaultException(
                    GraphIssue.ONTOLOGY_UNREADABLE,
                    Location.of(folder.toString()),
                    folder + " cannot be listed: run from the project's folder, or name the folder that holds it.",
                    e);
        }
        return List.copyOf(byName.values());
    }
}
