package org.banggiao.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Engines of others that call this service over the released data and its example partners: each federated example gives the same by
 * each of them, and where this service fails, each says so. Comunica is among them where it is installed.
 */
class FederatedExamplesTest {
    private static final List<CallingEngine> ENGINES = new ArrayList<>();

    private static Members members;
    private static FailingMember failing;

    @BeforeAll
    static void start() {
        assumeTrue(Files.exists(Member.OURS.data()), () -> "skipped: there is no " + Member.OURS.data());
        ENGINES.add(new ArqEngine());
        ENGINES.add(new Rdf4jEngine(false));
        ENGINES.add(new Rdf4jEngine(true));
        for (boolean isOfSources : new boolean[] {false, true}) {
            ComunicaEngine.start(isOfSources).ifPresent(ENGINES::add);
        }
        members = Members.start();
        failing = FailingMember.start();
    }

    @AfterAll
    static void stop() {
        ENGINES.forEach(CallingEngine::close);
        if (members != null) {
            members.close();
            failing.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyEngineGivesTheSame() {
        return FederatedExample.all().stream().flatMap(example -> {
            var first = ENGINES.getFirst().ask(example, members.endpoints());
            assertThat(first).as(example.name()).isNotEmpty();
            return ENGINES.stream()
                    .skip(1)
                    .map(engine -> DynamicTest.dynamicTest(example.name() + ", " + engine.name(), () -> {
                        members.take();
                        assertThat(engine.ask(example, members.endpoints())).isEqualTo(first);
                        assertThat(members.take().get(Member.OURS))
                                .as("requests to this service")
                                .isNotEmpty()
                                .allMatch(seen -> seen.status() == 200);
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> aMemberThatFailsIsNotTakenForOneThatHasNothing() {
        var example = FederatedExample.named("when-was-what-a-record-is-about");
        return failing.endpoints().entrySet().stream()
                .flatMap(fault -> ENGINES.stream()
                        // FedX tells of a failure that comes after its choice of members most times, not always:
                        // threads race.
                        .filter(engine -> !fault.getKey().equals(FailingMember.LATE)
                                || !engine.name().contains("FedX"))
                        .map(engine -> DynamicTest.dynamicTest(fault.getKey() + ", " + engine.name(), () -> {
                            var endpoints = new LinkedHashMap<>(members.endpoints());
                            endpoints.put(Member.OURS, fault.getValue());
                            assertThatThrownBy(() -> engine.ask(example, endpoints))
                                    .isInstanceOf(RuntimeException.class);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> blocksOfValuesFitAndGiveARowForEach() {
        return ValuesBlock.SIZES.stream()
                .map(size -> DynamicTest.dynamicTest(size + " values", () -> {
                    var endpoint = members.endpoints().get(Member.OURS);
                    var query = ValuesBlock.query(size, 0);
                    var posted = ValuesBlock.ask(endpoint, query, true);
                    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
                    assertThat(posted.body().split("\"thing\": ?\\{", -1)).hasSizeGreaterThan(size);
                    // 25 are what FedX sends by GET.
                    if (size <= 150) {
                        assertThat(ValuesBlock.isForGet(size)).isTrue();
                        assertThat(ValuesBlock.ask(endpoint, query, false).body())
                                .isEqualTo(posted.body());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> comunicaIsAmongThem() {
        return Stream.of(DynamicTest.dynamicTest(
                "Comunica",
                () -> assumeTrue(
                        ENGINES.size() == 5,
                        () -> "skipped: Comunica is not in " + ComunicaEngine.FOLDER + ", or there is no Node.js;"
                                + " src/test/bench/federated-queries installs it")));
    }
}
