package org.banggiao.publish.permanent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.banggiao.issue.FaultException;
import org.banggiao.publish.permanent.PermanentQueries.Outcome;
import org.banggiao.publish.settings.PublishSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermanentQueriesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:59:00Z"), ZoneOffset.UTC);
    private static final String TEXT = "# Ai gặp ai? \"🤝\"\nSELECT * { ?s ?p \"\\n\\\\\t'\" }\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("kept/queries.jsonl");
    }

    private PermanentQueries open(int entries, long bytes, int perHour) {
        return new PermanentQueries(
                new PublishSettings.PermanentQueries(true, file, entries, bytes, 1000, perHour), CLOCK);
    }

    private PermanentQueries open() {
        return open(100, 100_000, 100);
    }

    private static PermanentQuery kept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        return ((Outcome.Kept) outcome).query();
    }

    private static int refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).problem().status();
    }

    @Test
    void whatWasKeptIsFoundByTheNextProcess() throws IOException {
        PermanentQuery pinned;
        PermanentQuery current;
        try (var queries = open()) {
            assertThat(file).doesNotExist();
            pinned = kept(queries.keep(TEXT, Optional.of("0123456789abcdef"), "1.2.3.4"));
            current = kept(queries.keep(TEXT, Optional.empty(), "1.2.3.4"));
        }
        assertThat(pinned.id()).isNotEqualTo(current.id()).matches(PermanentQuery.ID);
        assertThat(pinned.title()).isEqualTo("Ai gặp ai? \"🤝\"");
        try (var queries = open()) {
            assertThat(queries.find(pinned.id())).contains(pinned);
            assertThat(queries.find(current.id())).contains(current);
            assertThat(current.text()).isEqualTo(TEXT);
            assertThat(queries.find("0".repeat(24))).isEmpty();
        }
    }

    @Test
    void theSameQueryIsKeptOnceWhateverItsEndsOfLines() throws IOException {
        try (var queries = open()) {
            var first = kept(queries.keep("ASK\n{}\n", Optional.empty(), "c"));
            var size = Files.size(file);
            var again = queries.keep("ASK\r\n{}\r\n", Optional.empty(), "c");
            assertThat(again).isEqualTo(new Outcome.Kept(first, false));
            assertThat(Files.size(file)).isEqualTo(size);
            assertThat(kept(queries.keep("ASK\n{} \n", Optional.empty(), "c")).id())
                    .isNotEqualTo(first.id());
        }
    }

    @Test
    void whereverAProcessWasStoppedTheQueriesBeforeAreThere() throws IOException {
        PermanentQuery first;
        try (var queries = open()) {
            first = kept(queries.keep(TEXT, Optional.empty(), "c"));
        }
        var whole = Files.readAllBytes(file);
        byte[] next = QueryFile.line(PermanentQuery.of("ASK {}", Optional.empty(), first.kept()));
        for (int bytes = 0; bytes < next.length; bytes++) {
            Files.write(file, whole);
            Files.write(file, Arrays.copyOf(next, bytes), StandardOpenOption.APPEND);
            try (var queries = open()) {
                assertThat(queries.find(first.id())).contains(first);
                kept(queries.keep("ASK { ?a ?b ?c }", Optional.empty(), "c"));
            }
            try (var queries = open()) {
                assertThat(queries.find(first.id())).contains(first);
                assertThat(Files.readAllLines(file)).hasSize(2);
            }
        }
    }

    @Test
    void aLineThatWasChangedIsSaidWithItsPlace() throws IOException {
        try (var queries = open()) {
            kept(queries.keep("ASK { ?s ?p 1 }", Optional.empty(), "c"));
            kept(queries.keep("ASK { ?s ?p 2 }", Optional.empty(), "c"));
        }
        Files.writeString(file, Files.readString(file).replace("?p 2", "?p 3"));
        assertThatThrownBy(this::open)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(file + ", line 2")
                .hasMessageContaining("banggiao.permanent-queries.enabled");
        Files.writeString(file, "no JSON\n");
        assertThatThrownBy(this::open).isInstanceOf(FaultException.class).hasMessageContaining("line 1");
    }

    @Test
    void theFileHasBounds() throws IOException {
        try (var queries = open(2, 100_000, 100)) {
            kept(queries.keep("ASK { ?s ?p 1 }", Optional.empty(), "c"));
            var second = kept(queries.keep("ASK { ?s ?p 2 }", Optional.empty(), "c"));
            assertThat(refused(queries.keep("ASK { ?s ?p 3 }", Optional.empty(), "c")))
                    .isEqualTo(507);
            assertThat(kept(queries.keep("ASK { ?s ?p 2 }", Optional.empty(), "c")))
                    .isEqualTo(second);
            assertThat(refused(queries.keep("ASK { " + "?s ?p 3 . ".repeat(200) + "}", Optional.empty(), "c")))
                    .isEqualTo(413);
        }
        long size = Files.size(file);
        try (var queries = open(100, size + 5, 100)) {
            assertThat(refused(queries.keep("ASK { ?s ?p 3 }", Optional.empty(), "c")))
                    .isEqualTo(507);
            assertThat(Files.size(file)).isEqualTo(size);
        }
    }

    @Test
    void oneClientKeepsOnlySomeInAnHour() throws IOException {
        try (var queries = open(100, 100_000, 1)) {
            kept(queries.keep("ASK { ?s ?p 1 }", Optional.empty(), "one"));
            var refused = queries.keep("ASK { ?s ?p 2 }", Optional.empty(), "one");
            assertThat(refused(refused)).isEqualTo(429);
            assertThat(((Outcome.Refused) refused).problem().more()).containsEntry("retryAfterSeconds", 60L);
            kept(queries.keep("ASK { ?s ?p 2 }", Optional.empty(), "two"));
        }
    }

    @Test
    void twoServicesDoNotWriteToOneFile() throws IOException {
        try (var one = open();
                var two = open()) {
            kept(one.keep("ASK { ?s ?p 1 }", Optional.empty(), "c"));
            assertThat(refused(two.keep("ASK { ?s ?p 2 }", Optional.empty(), "c")))
                    .isEqualTo(503);
            assertThat(Files.readAllLines(file)).hasSize(1);
        }
    }
}
