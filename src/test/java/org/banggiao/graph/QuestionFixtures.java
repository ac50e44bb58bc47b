package org.banggiao.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow.Status;
import org.banggiao.claim.AidFlow.Terms;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.EventType;
import org.banggiao.claim.Instrument;
import org.banggiao.claim.InstrumentType;
import org.banggiao.claim.PlaceRef;
import org.banggiao.claim.Thing;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.example.ExampleAnswer;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.store.MemoryStore;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** The questions of {@code sparql-examples/} asked over graphs of a few claims. */
final class QuestionFixtures {
    static final Map<String, ExampleQuery> QUESTIONS = ExampleFolder.read(Path.of("sparql-examples")).stream()
            .collect(Collectors.toMap(ExampleQuery::name, Function.identity()));
    static final ActorRef DRV = new ActorRef("VN", "state:drv", "VNDCCH");
    static final ActorRef SRV = new ActorRef("VN", "state:srv", "CHXHCN Việt Nam");

    private QuestionFixtures() {}

    static Thing act(int start, EventType type, String date, ActorRef... actors) {
        return Fixtures.thing(new DiplomaticEvent(
                Fixtures.said("text-a", start),
                type,
                HistoricalDate.parse(date),
                null,
                (PlaceRef) null,
                List.of(actors),
                List.of(),
                null));
    }

    static Thing instrument(int start, InstrumentType type, String name, String date, @Nullable String term) {
        return Fixtures.thing(new Instrument(
                Fixtures.said("text-a", start),
                type,
                name,
                HistoricalDate.parse(date),
                null,
                List.of(Fixtures.VIETNAM, Fixtures.LAOS),
                null,
                List.of(),
                term == null ? null : HistoricalDate.parse(term)));
    }

    static Thing gift(int start, List<ActorRef> donors, Status status, String period, Terms terms, String amount) {
        return Fixtures.thing(Fixtures.flow(Fixtures.said("text-a", start), donors, status, period, terms, amount));
    }

    /** The rows of a question over the graph of these things, without the hashes that stand for them. */
    static List<String> ask(String question, Thing... things) {
        return Fixtures.ask(
                        Fixtures.build(things).dataset(),
                        QUESTIONS.get(question).text())
                .stream()
                .map(row -> row.replaceAll("(?:^| )(?:event|instrument|aidflow|plan|claim)/x-[0-9a-f]+\\S*", "")
                        .strip())
                .toList();
    }

    /** The answer of a question of any kind over the graph of these things. */
    static List<String> answer(String question, Thing... things) {
        try (var store = MemoryStore.copyOf(Fixtures.build(things).dataset())) {
            return ExampleAnswer.of(QUESTIONS.get(question), store, Prefixes.of("https://w3id.org/banggiao/"))
                    .lines();
        }
    }
}
