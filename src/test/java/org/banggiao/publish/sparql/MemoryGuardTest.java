package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class MemoryGuardTest {
    private final ArrayList<String> stopped = new ArrayList<>();

    @Test
    void whereMemoryIsScarceTheHungriestIsStoppedAndOnlyThat() {
        try (var guard = new MemoryGuard(0.8)) {
            var small = guard.guard(() -> stopped.add("small"), () -> 10);
            guard.guard(() -> stopped.add("large"), () -> 1000);
            guard.look(80, 100);
            assertThat(stopped).isEmpty();
            guard.look(81, 100);
            assertThat(stopped).containsExactly("large");
            small.close();
            guard.look(99, 100);
            assertThat(stopped).containsExactly("large");
        }
    }

    @Test
    void aCollectionOfTheVirtualMachineMakesItLook() throws InterruptedException {
        try (var guard = new MemoryGuard(0.000001).watch()) {
            var hungry = guard.guard(() -> {
                synchronized (stopped) {
                    stopped.add("hungry");
                }
            });
            for (int i = 0; i < 100; i++) {
                System.gc();
                Thread.sleep(50);
                synchronized (stopped) {
                    if (!stopped.isEmpty()) {
                        break;
                    }
                }
            }
            hungry.close();
        }
        assertThat(stopped).containsExactly("hungry");
    }
}
