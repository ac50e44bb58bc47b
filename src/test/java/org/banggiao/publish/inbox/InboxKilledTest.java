package org.banggiao.publish.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.publish.inbox.Inbox.Outcome;
import org.banggiao.store.ChildJvm;
import org.banggiao.store.Overlay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that takes, accepts and removes links and loads tables, at any moment: what it has said is as it said, links that
 * were accepted together are published together, and nothing is there in part.
 */
class InboxKilledTest {
    private static final long SEED = 9;
    private static final int MOST = 1_000_000;
    private static final int TOGETHER = 5;

    @TempDir
    private Path folder;

    @Test
    void twice() throws Exception {
        killed(2);
    }

    @Test
    @Tag("heavy")
    void fiftyTimes() throws Exception {
        killed(50);
    }

    private void killed(int times) throws Exception {
        var random = new Random(SEED);
        var said = new ArrayList<String>();
        for (int round = 0; round < times; round++) {
            said.addAll(ChildJvm.linesUntilKilled(
                    Worker.class,
                    1 + random.nextInt(120),
                    random.nextInt(3_000_000),
                    line -> line.matches("[a-z]+ [0-9a-f]{24}"),
                    folder.toString(),
                    String.valueOf(round)));
            var published = new AtomicReference<>(Overlay.NONE);
            try (var inbox = InboxFixture.inbox(InboxFixture.settings(folder, MOST, MOST), published)) {
                for (var line : said) {
                    var words = line.split(" ", -1);
                    var entry = inbox.find(words[1]).orElseThrow(() -> new AssertionError("lost: " + line));
                    check(line, words[0], entry, published.get());
                }
                together(inbox);
            }
        }
        assertThat(said)
                .anyMatch(l -> l.startsWith("accepted"))
                .anyMatch(l -> l.startsWith("loaded"))
                .anyMatch(l -> l.startsWith("removed"));
    }

    /** A later act may have gone further than what was said of an earlier one, never back. */
    private static void check(String line, String what, Entry entry, Overlay published) {
        var record = NodeFactory.createURI(entry.link().record());
        boolean isPublished = !published
                .find(record, Node.ANY, NodeFactory.createURI(InboxFixture.EVENT))
                .isEmpty();
        assertThat(isPublished).as(line).isEqualTo(entry.state() == State.ACCEPTED);
        switch (what) {
            case "held" -> {}
            case "accepted", "loaded" -> assertThat(entry.state()).as(line).isIn(State.ACCEPTED, State.REMOVED);
            case "removed" -> assertThat(entry.state()).as(line).isEqualTo(State.REMOVED);
            default -> throw new AssertionError(line);
        }
    }

    /** Links that are decided about at once have names with the same number. */
    private static void together(Inbox inbox) {
        var accepted = new TreeMap<String, Integer>();
        for (var state : List.of(State.ACCEPTED, State.REMOVED)) {
            inbox.all(state).forEach(e -> accepted.merge(e.link().title(), 1, Integer::sum));
        }
        assertThat(accepted.values()).as("links that belong together").containsOnly(TOGETHER);
    }

    /** Takes five links, accepts them at once, loads a table of five more, removes some; and prints what is done. */
    static final class Worker {
        public static void main(String[] args) throws IOException {
            var random = new Random(SEED + Integer.parseInt(args[1]));
            try (var inbox = InboxFixture.inbox(
                    InboxFixture.settings(Path.of(args[0]), MOST, MOST), new AtomicReference<>(Overlay.NONE))) {
                for (int i = 0; i < MOST; i++) {
                    var name = args[1] + "-" + i + "ề".repeat(random.nextInt(200));
                    var ids = new ArrayList<String>();
                    for (int part = 0; part < TOGETHER; part++) {
                        ids.addAll(say("held", inbox.hold(link(args[1], i, part, "h" + name), sender(), "client")));
                    }
                    say("accepted", inbox.decide(ids, State.ACCEPTED, "Lan", ""));
                    var table = new ArrayList<RecordLink>();
                    for (int part = 0; part < TOGETHER; part++) {
                        table.add(link(args[1], i, part + TOGETHER, "t" + name));
                    }
                    say("loaded", inbox.load(table, "Lan"));
                    if (random.nextInt(3) == 0) {
                        say("removed", inbox.decide(ids.subList(0, 1 + random.nextInt(3)), State.REMOVED, "Lan", "so"));
                    }
                }
            }
        }

        private static RecordLink link(String round, int number, int part, String title) {
            return InboxFixture.link("https://archive.example/" + round + "/" + number + "/" + part, title);
        }

        private static Sender sender() {
            return new Sender("Kho", "https://archive.example/", "198.51.100.0", "");
        }

        private static List<String> say(String what, Outcome outcome) {
            if (outcome instanceof Outcome.Done done) {
                var ids = done.entries().stream().map(Entry::id).toList();
                for (var id : ids) {
                    System.out.print(what + " " + id + "\n");
                }
                System.out.flush();
                return ids;
            }
            throw new IllegalStateException("not " + what + ": " + outcome);
        }
    }
}
