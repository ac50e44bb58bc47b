package org.banggiao.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("heavy")
class SoakTest {
    @Test
    void underManyKindsOfLoadNoFaultIsThatOfTheService() throws Exception {
        var report = Soak.run(Duration.ofSeconds(40), false);
        assertThat(report.faults()).as(report.text()).isZero();
        assertThat(report.text()).contains("| slow |", "| hangs up |", "503", "400");
    }
}
