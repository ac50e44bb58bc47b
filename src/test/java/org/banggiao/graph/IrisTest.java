package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.banggiao.claim.Passage;
import org.junit.jupiter.api.Test;

class IrisTest {
    private static final String BASE = "https://w3id.org/banggiao/";

    @Test
    void aKeyWithItsClassIsAPath() {
        assertThat(Iris.DEFAULT.ofKey("country:laos").getURI()).isEqualTo(BASE + "id/country/laos");
        assertThat(new Iris("http://localhost:8080/").id("event", "k7m2q").getURI())
                .isEqualTo("http://localhost:8080/id/event/k7m2q");
        assertThatThrownBy(() -> Iris.DEFAULT.ofKey("laos")).hasMessageContaining("'laos'");
        assertThatThrownBy(() -> new Iris("https://w3id.org/banggiao")).hasMessageContaining("ends in a slash");
    }

    @Test
    void aDonorSetDoesNotDependOnTheOrderOfItsMembers() {
        var set = Iris.DEFAULT.donorSet(List.of("country:soviet-union", "country:china"));
        assertThat(set.getURI()).isEqualTo(BASE + "id/donorset/china_soviet-union");
        assertThat(Iris.DEFAULT.donorSet(List.of("country:china", "country:soviet-union")))
                .isEqualTo(set);
        assertThat(Iris.DEFAULT.donorSet(List.of("organisation:asean")).getURI())
                .isEqualTo(BASE + "id/donorset/organisation.asean");
    }

    @Test
    void aPassageIsItsFileAndRangeWhateverTheDocumentIsCalled() {
        var passage = Iris.DEFAULT.passage(Fixtures.passage("text-a", 10, 20));
        var renamed = new Passage("other-name", Fixtures.file("text-a"), 10, 20, null, null, null, 1, "cd".repeat(32));
        assertThat(Iris.DEFAULT.passage(renamed)).isEqualTo(passage);
        assertThat(Iris.DEFAULT.passage(Fixtures.passage("text-b", 10, 20))).isNotEqualTo(passage);
        assertThat(Iris.DEFAULT.passage(Fixtures.passage("text-a", 1, 1020))).isNotEqualTo(passage);
        assertThat(Iris.DEFAULT.passage(Fixtures.passage("text-a", 10, 21))).isNotEqualTo(passage);
    }

    @Test
    void everyAddressIsAscii() {
        assertThat(Iris.DEFAULT.sourceGraph("Việt Nam 1.2").getURI())
                .isEqualTo(BASE + "graph/source/Vi%E1%BB%87t%20Nam%201.2");
        assertThat(Iris.unknownKey("person", "", "Đỗ Ngọc Ánh")).matches("person:x-do-ngoc-anh-[0-9a-f]{6}");
        assertThat(Iris.unknownKey("actor", "X", "…")).matches("actor:x-x-[0-9a-f]{6}");
    }

    @Test
    void namesThatDifferInToneOnlyStayApart() {
        assertThat(Iris.unknownKey("person", "", "Lê Hùng")).isNotEqualTo(Iris.unknownKey("person", "", "Lê Hưng"));
        assertThat(Iris.unknownKey("person", "", "Lê HÙNG")).isEqualTo(Iris.unknownKey("person", "", "Lê Hùng"));
    }
}
