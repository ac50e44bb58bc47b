package org.banggiao.conformance;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/**
 * An entry of a manifest.
 *
 * @param resource the case with all that the manifest says of it
 */
record Case(Resource resource) {
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

    /** The entries of a manifest, in its order. */
    static List<Case> of(Suite suite, String manifest) {
        var model = ModelFactory.createDefaultModel();
        RDFParser.fromString(suite.text(manifest), Lang.TURTLE)
                .base(suite.iri(manifest))
                .parse(model);
        var cases = new ArrayList<Case>();
        for (var entries : model.listObjectsOfProperty(mf("entries")).toList()) {
            entries.as(RDFList.class).asJavaList().forEach(e -> cases.add(new Case(e.asResource())));
        }
        return cases;
    }

    static Property mf(String name) {
        return ResourceFactory.createProperty(MF + name);
    }

    String iri() {
        return resource.getURI();
    }

    String name() {
        return resource.getProperty(mf("name")).getString();
    }

    /** The local name of its class, such as {@code QueryEvaluationTest}. */
    String type() {
        return resource.getPropertyResourceValue(RDF.type).getLocalName();
    }

    Model model() {
        return resource.getModel();
    }
}
