package org.banggiao.publish.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is known of a member, by a clock that the test sets. */
class MemberStatisticsTest {
    private static final Duration REST = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final MemberStatistics statistics = new MemberStatistics(() -> now, Duration.ofMillis(100));

    @Test
    void aMemberThatFailedRestsForThatTimeAndNotLonger() {
        assertThat(statistics.rests(REST)).isEmpty();
        statistics.failed(new MemberException(MemberState.DOWN, "it cannot be reached"));
        now = now.plusSeconds(30);
        assertThat(statistics.rests(REST)).contains("it cannot be reached");
        now = now.plusMillis(1);
        assertThat(statistics.rests(REST)).isEmpty();
        assertThat(statistics.health().failing()).contains("it cannot be reached");
    }

    @Test
    void oneThatAnswersAgainRestsNoLonger() {
        statistics.failed(new MemberException("it answered with status 500"));
        statistics.answered(1, 10);
        assertThat(statistics.rests(REST)).isEmpty();
        assertThat(statistics.health().failing()).isEmpty();
        assertThat(statistics.health().lastFailure()).contains("it answered with status 500");
        assertThat(statistics.health().measures().requests()).isEqualTo(2);
        assertThat(statistics.health().measures().failures()).isEqualTo(1);
    }

    @Test
    void theStateIsThatOfTheLastRequestAndKnowsSinceWhen() {
        assertThat(statistics.health().state()).isEqualTo(MemberState.UNKNOWN);
        statistics.answered(50_000_000, 1);
        var up = now;
        now = now.plusSeconds(5);
        statistics.seen(60_000_000);
        assertThat(statistics.health().state()).isEqualTo(MemberState.UP);
        assertThat(statistics.health().since()).contains(up);
        assertThat(statistics.health().looked()).contains(now);
        statistics.answered(200_000_000, 1);
        assertThat(statistics.health().state()).isEqualTo(MemberState.SLOW);
        assertThat(statistics.health().since()).contains(now);
        statistics.seen(new MemberException("it answered with a redirect"));
        assertThat(statistics.health().state()).isEqualTo(MemberState.WRONG);
        assertThat(statistics.health().measures().failures())
                .as("a look is no request of a client")
                .isZero();
    }

    @Test
    void theMedianAndTheSlowestHundredthAreOfTheLatestAnswers() {
        assertThat(statistics.health().measures().median()).isEmpty();
        for (int i = 0; i < 1000; i++) {
            statistics.answered(9_000_000_000L, 1);
        }
        for (int i = 1; i <= 256; i++) {
            statistics.answered(i * 1_000_000L, 3);
        }
        var measures = statistics.health().measures();
        assertThat(measures.median()).contains(128.0);
        assertThat(measures.p99()).contains(254.0);
        assertThat(measures.bytes()).isEqualTo(1000 + 256 * 3);
        assertThat(measures.requests()).isEqualTo(1256);
    }
}
