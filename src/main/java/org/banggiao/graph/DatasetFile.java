package org.banggiao.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/** Reads a file of RDF in any of the usual formats, told by the ending of its name, also gzipped. */
public final class DatasetFile {
    private DatasetFile() {}

    /**
     * The file's quads in memory; triples of a format without graphs stand in the default graph.
     *
     * @throws FaultException where the file is missing, of no known format, broken or without any statement
     */
    public static DatasetGraph read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw fault(file, file + " is no file: give the path of a file with RDF.");
        }
        Lang lang = RDFLanguages.pathnameToLang(file.toString());
        if (lang == null || !(RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))) {
            throw fault(
                    file, file + " has no ending of an RDF format: name it .nq, .trig, .ttl, .nt, .rdf or .jsonld.");
        }
        var dataset = DatasetGraphFactory.createGeneral();
        try {
            RDFParser.source(file)
                    .lang(lang)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(dataset);
        } catch (RiotException e) {
            throw fault(file, file + " is no " + lang.getLabel() + ": " + e.getMessage() + "; correct it there.");
        }
        if (!dataset.find().hasNext()) {
            throw fault(file, file + " holds no statement: give the file that holds the data.");
        }
        return dataset;
    }

    private static FaultException fault(Path file, String message) {
        return new FaultException(GraphIssue.RDF_UNREADABLE, Location.of(file.toString()), message);
    }
}
