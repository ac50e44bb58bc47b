package org.banggiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;

class LargeGraphTest {
    private static final int THINGS = 200;

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(written(1)).isEqualTo(written(1)).isNotEqualTo(written(2));
    }

    @Test
    void aThingHasItsClaimsAndTheyTheirPassages() {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(written(1), Lang.NQUADS).parse(dataset);
        var claims = dataset.stream(Node.ANY, Node.ANY, bg("hasClaim"), Node.ANY)
                .map(quad -> quad.getObject())
                .toList();
        assertThat(claims).hasSizeGreaterThan(THINGS).doesNotHaveDuplicates();
        assertThat(claims)
                .allSatisfy(claim -> assertThat(dataset.find(
                                Node.ANY, claim, NodeFactory.createURI(LargeGraph.BASE + "said#statedIn"), Node.ANY))
                        .hasNext());
    }

    @Test
    void eventsThatAreAskedForAreThere() {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(written(1), Lang.NQUADS).parse(dataset);
        var asked = IntStream.range(0, THINGS / 20 * 11)
                .mapToObj(i -> LargeGraph.event(i, THINGS))
                .toList();
        assertThat(asked).doesNotHaveDuplicates();
        for (int i = 0; i < 3 * THINGS; i++) {
            assertThat(dataset.contains(
                            Node.ANY, NodeFactory.createURI(LargeGraph.event(i, THINGS)), bg("year"), Node.ANY))
                    .isTrue();
        }
    }

    private static Node bg(String name) {
        return NodeFactory.createURI(LargeGraph.BASE + "ontology#" + name);
    }

    private static String written(long seed) {
        var out = new StringWriter();
        long lines = LargeGraph.write(seed, THINGS, out);
        assertThat(out.toString().lines()).hasSize(Math.toIntExact(lines));
        return out.toString();
    }
}
