package org.banggiao.publish.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.banggiao.issue.FaultException;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.store.Overlay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of the inbox notices, wherever it was cut or changed. */
class InboxFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private String id;

    private Inbox open() {
        return InboxFixture.inbox(InboxFixture.settings(folder, 100, 100), new AtomicReference<>(Overlay.NONE));
    }

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("inbox.jsonl");
        var hostile = InboxFixture.link("https://archive.example/1", "a\",\"hash\":\"0000 \\ } \n <b> ề 𝄞 \u0001");
        id = hostile.id();
        try (var inbox = open()) {
            inbox.hold(hostile, new Sender("Kho", "", "198.51.100.0", ""), "client");
            inbox.decide(List.of(id), State.ACCEPTED, "Lan", "");
            inbox.entered("Lan", "198.51.100.0");
        }
    }

    @Test
    void itIsReadAsItWasWritten() throws Exception {
        try (var inbox = open()) {
            assertThat(inbox.find(id).orElseThrow().state()).isEqualTo(State.ACCEPTED);
            assertThat(inbox.log()).hasSize(2);
        }
    }

    @Test
    void whereverTheLastLineWasCutTheActsBeforeItAreThere() throws Exception {
        var whole = Files.readAllBytes(file);
        int last = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2) + 1;
        for (int length = last; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (var inbox = open()) {
                assertThat(inbox.find(id).orElseThrow().state()).isEqualTo(State.ACCEPTED);
                assertThat(inbox.log()).hasSize(1);
            }
        }
    }

    @Test
    void aLineThatWasChangedPutInOrTakenOutIsSaidWithItsPlace() throws Exception {
        var lines = Files.readAllLines(file);
        var changed = new ArrayList<>(lines);
        changed.set(1, lines.get(1).replace("Lan", "Nga"));
        var shorter = List.of(lines.get(1), lines.get(2));
        var doubled = List.of(lines.get(0), lines.get(1), lines.get(1), lines.get(2));
        for (var damaged : List.of(changed, shorter, doubled)) {
            Files.write(file, damaged);
            assertThatThrownBy(this::open)
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("inbox.jsonl:")
                    .hasMessageContaining("cannot be used");
        }
    }

    @Test
    void twoProcessesDoNotShareIt() throws Exception {
        try (var inbox = open()) {
            assertThat(inbox.count(State.ACCEPTED)).isOne();
            assertThatThrownBy(this::open).isInstanceOf(FaultException.class).hasMessageContaining("another");
        }
    }
}
