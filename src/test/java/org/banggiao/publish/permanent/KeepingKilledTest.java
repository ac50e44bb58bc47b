package org.banggiao.publish.permanent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.banggiao.publish.permanent.PermanentQueries.Outcome;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that keeps queries, at any moment: every query whose address was given is there, and none in part. */
class KeepingKilledTest {
    private static final long SEED = 7;
    private static final int MOST = 100_000;

    @TempDir
    private Path folder;

    @Test
    void twice() throws Exception {
        killed(2);
    }

    @Test
    @Tag("heavy")
    void twentyTimes() throws Exception {
        killed(20);
    }

    private void killed(int times) throws Exception {
        var file = folder.resolve("queries.jsonl");
        var random = new Random(SEED);
        var given = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            given.addAll(ChildJvm.linesUntilKilled(
                    Keeper.class,
                    1 + random.nextInt(300),
                    random.nextInt(2_000_000),
                    line -> PermanentQuery.ID.matcher(line).matches(),
                    file.toString(),
                    String.valueOf(i)));
            try (var queries = open(file)) {
                for (var id : given) {
                    assertThat(queries.find(id))
                            .as("query %s after kill %d, seed %d", id, i, SEED)
                            .isPresent();
                }
            }
        }
        assertThat(given).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(times);
    }

    private static PermanentQueries open(Path file) {
        return new PermanentQueries(
                new PublishSettings.PermanentQueries(true, file, MOST, 1L << 30, 20_000, MOST), Clock.systemUTC());
    }

    /** Keeps queries of many lengths without end, and prints the id of each when it is kept. */
    static final class Keeper {
        public static void main(String[] args) throws IOException {
            var random = new Random(SEED + Integer.parseInt(args[1]));
            try (var queries = open(Path.of(args[0]))) {
                for (int i = 0; i < MOST; i++) {
                    var text = "ASK { ?s ?p \"" + args[1] + "/" + i + "ề".repeat(random.nextInt(3000)) + "\" }";
                    if (queries.keep(text, Optional.empty(), "client") instanceof Outcome.Kept kept) {
                        System.out.print(kept.query().id() + "\n");
                        System.out.flush();
                    } else {
                        throw new IllegalStateException("not kept: " + text);
                    }
                }
            }
        }
    }
}
