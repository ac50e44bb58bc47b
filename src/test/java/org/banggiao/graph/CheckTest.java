package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.banggiao.claim.AidFlow;
import org.banggiao.issue.Finding;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static GraphBuilder.Built sample() {
        return Fixtures.build(
                Fixtures.thing(
                        Fixtures.visit(Fixtures.said("text-a", 100), "1976-08-05/1976-08-09", "từ 5 đến 9-8-1976")),
                Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 400), "Hiệp ước hữu nghị", "1977-07-18")),
                Fixtures.thing(
                        Fixtures.flow(Fixtures.said("text-a", 700), "1976", AidFlow.Terms.GRANT, "132000000 VND")));
    }

    @Test
    void whatTheBuilderMakesPasses() {
        assertThat(Check.check(sample().dataset(), Fixtures.ONTOLOGY))
                .extracting(Finding::message)
                .isEmpty();
    }
}
