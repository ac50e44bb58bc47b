package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** In which profiles a resource is described, in the model of Content Negotiation by Profile, section 6.3. */
final class ProfileList {
    /** What the answer itself is in: that of queries. */
    static final String PROFILE = "http://www.w3.org/ns/dx/connegp/profile/qsa";

    private static final String ALTR = "http://www.w3.org/ns/dx/connegp/altr#";
    private static final String PROF = "http://www.w3.org/ns/dx/prof/";
    /** Short names of the terms. */
    static final Map<String, String> NAMESPACES = Map.of("altr", ALTR, "prof", PROF);

    private ProfileList() {}

    /** The list of a resource. */
    static RdfDocument of(Node resource, List<Profile> profiles) {
        var triples = new ArrayList<Triple>();
        var list = NodeFactory.createURI(resource.getURI() + "?_profile=" + ProfileChoice.LIST);
        var page = NodeFactory.createURI(resource.getURI() + ".html");
        add(triples, resource, ALTR + "hasDefaultRepresentation", page);
        describe(triples, page, Format.HTML);
        for (var profile : profiles) {
            var named = NodeFactory.createURI(profile.uri());
            for (var format : Format.ofData()) {
                var data = NodeFactory.createURI(
                        resource.getURI() + "." + format.suffix() + "?_profile=" + profile.token());
                add(triples, resource, ALTR + "hasRepresentation", data);
                describe(triples, data, format);
                add(triples, data, DCTerms.conformsTo.getURI(), named);
            }
            add(triples, named, RDF.type.getURI(), NodeFactory.createURI(PROF + "Profile"));
            add(triples, named, DCTerms.title.getURI(), NodeFactory.createLiteralString(profile.title()));
            add(triples, named, PROF + "hasToken", NodeFactory.createLiteralString(profile.token()));
        }
        return RdfDocument.of(list, triples);
    }

    private static void describe(List<Triple> triples, Node data, Format format) {
        add(triples, data, RDF.type.getURI(), NodeFactory.createURI(ALTR + "Representation"));
        add(triples, data, DCTerms.format.getURI(), NodeFactory.createLiteralString(format.mediaType()));
    }

    private static void add(List<Triple> triples, Node subject, String property, Node object) {
        triples.add(Triple.create(subject, NodeFactory.createURI(property), object));
    }
}
