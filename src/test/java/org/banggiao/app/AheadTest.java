package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.banggiao.graph.Ontology;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void theWorkIsDoneBeforeItIsAskedFor() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Ahead<String> ahead = Ahead.of(() -> {
            done.countDown();
            return "value";
        });
        done.await();
        assertThat(ahead.get()).isEqualTo("value");
        assertThat(ahead.get()).as("asked again").isEqualTo("value");
    }

    @Test
    void whoAsksMeetsTheFaultItself() {
        Ahead<Ontology> ahead = Ahead.of(() -> Ontology.load(Path.of("no-such-folder")));
        assertThatThrownBy(ahead::get)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("banggiao.ttl is missing");
        Ahead<String> failed = Ahead.of(
                () -> {
                    throw new StackOverflowError("deep");
                },
                Runnable::run);
        assertThatThrownBy(failed::get).isInstanceOf(StackOverflowError.class);
    }
}
