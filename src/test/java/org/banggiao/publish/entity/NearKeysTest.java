package org.banggiao.publish.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearKeysTest {
    @ParameterizedTest
    @CsvSource({
        "laos, laos, 0",
        "laos, loas, 1",
        "laos, lao, 1",
        "laos, lais, 1",
        "laos, xlaos, 1",
        "vietnam, veitnma, 2",
        "a, abcd, 3",
        "'', ab, 2"
    })
    void editsAreCountedUpToTheBound(String a, String b, int edits) {
        assertThat(NearKeys.edits(a, b, 3)).isEqualTo(edits);
        assertThat(NearKeys.edits(b, a, 3)).isEqualTo(edits);
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 2", "abcdef, fedcba, 3", "laos, vietnam, 1"})
    void moreThanTheBoundIsOnlyMore(String a, String b, int bound) {
        assertThat(NearKeys.edits(a, b, bound)).isGreaterThan(bound);
    }
}
