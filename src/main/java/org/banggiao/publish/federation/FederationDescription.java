package org.banggiao.publish.federation;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.banggiao.publish.federation.Federation.Health;

/** What a federation and its members are, as data. */
public final class FederationDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    private final String endpoint;
    private final String own;
    private final List<Health> members;

    /**
     * The description.
     *
     * @param endpoint the address at which all members are asked as one
     * @param own the address at which this service alone is asked
     */
    public FederationDescription(String endpoint, String own, List<Health> members) {
        this.endpoint = endpoint;
        this.own = own;
        this.members = List.copyOf(members);
    }

    /** The endpoint (SPARQL 1.1 Service Description) over data sets (VoID) that are asked elsewhere. */
    public List<Triple> triples() {
        var triples = new ArrayList<Triple>();
        var service = NodeFactory.createURI(endpoint);
        add(triples, service, RDF.type.asNode(), sd("Service"));
        add(triples, service, sd("endpoint"), service);
        add(triples, service, sd("supportedLanguage"), sd("SPARQL11Query"));
        for (var health : members) {
            var member = NodeFactory.createURI(endpoint + "#" + health.member().id());
            add(triples, service, DCTerms.hasPart.asNode(), member);
            add(triples, member, RDF.type.asNode(), VOID.Dataset.asNode());
            add(
                    triples,
                    member,
                    RDFS.label.asNode(),
                    NodeFactory.createLiteralString(health.member().title()));
            add(triples, member, VOID.sparqlEndpoint.asNode(), NodeFactory.createURI(address(health)));
            health.triples()
                    .ifPresent(n -> add(
                            triples,
                            member,
                            VOID.triples.asNode(),
                            NodeFactory.createLiteralDT(String.valueOf(n), XSDDatatype.XSDinteger)));
        }
        return triples;
    }

    /** The same with how each member does: {@code members}, and of each what is known, times in milliseconds. */
    public String json() {
        var list = new JsonArray();
        for (var health : members) {
            var member = new JsonObject();
            member.put("id", health.member().id());
            member.put("title", health.member().title());
            member.put("endpoint", address(health));
            member.put("state", health.state().code());
            health.since().ifPresent(t -> member.put("since", t.toString()));
            health.looked().ifPresent(t -> member.put("looked", t.toString()));
            health.failing().ifPresent(why -> member.put("failing", why));
            health.lastFailure().ifPresent(why -> member.put("lastFailure", why));
            health.triples().ifPresent(n -> member.put("triples", n));
            member.put("requests", health.measures().requests());
            member.put("failures", health.measures().failures());
            member.put("bytes", health.measures().bytes());
            health.measures().median().ifPresent(ms -> member.put("median", JsonNumber.value(ms)));
            health.measures().p99().ifPresent(ms -> member.put("p99", JsonNumber.value(ms)));
            list.add(member);
        }
        var all = new JsonObject();
        all.put("endpoint", endpoint);
        all.put("members", list);
        return all + "\n";
    }

    private String address(Health health) {
        return health.member().isOwn() ? own : health.member().endpoint();
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }

    private static void add(List<Triple> triples, Node subject, Node property, Node object) {
        triples.add(Triple.create(subject, property, object));
    }
}
