package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.example.ExampleAnswer;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.SecondEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The example queries over the released graph: they give what they gave when somebody last looked, in two engines. */
class ReleasedAnswersTest {
    /** What the other engine does not have. */
    private static final String SEARCH = "https://w3id.org/banggiao/search#";

    private static final Home HOME = new Home(Path.of(""));
    private static final ExpectedAnswers EXPECTED = new ExpectedAnswers(HOME.expectedAnswers());

    private static SortedMap<String, ExampleAnswer> answers;

    @BeforeAll
    static void ask() {
        assumeTrue(
                Files.exists(HOME.graph()),
                () -> "skipped: there is no " + HOME.graph() + "; ./banggiao build CORPUS --release DIR --freeze data"
                        + " makes it");
        answers = ExpectedAnswers.ask(HOME.examples(), HOME.graph());
    }

    @TestFactory
    Stream<DynamicTest> answersAreAsExpected() {
        return answers.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(String.join("\n", EXPECTED.changes(entry.getKey(), entry.getValue())))
                                .as("changes of the answer to " + entry.getKey() + ". Where they are right, run "
                                        + ExamplesCommand.UPDATE + " and look at the diff before it is committed")
                                .isEmpty()));
    }

    @Test
    void nothingElseIsExpected() {
        assertThat(EXPECTED.leftOver(answers))
                .as("answers to questions that are no longer asked; " + ExamplesCommand.UPDATE + " takes them away")
                .isEmpty();
    }

    /** What DESCRIBE tells is left to engines: RDF4J tells what refers to a thing too. The search is of this service alone. */
    @TestFactory
    Stream<DynamicTest> theSecondEngineGivesTheSame() {
        SecondEngine engine = SecondEngine.of(HOME.graph());
        Prefixes prefixes = Prefixes.of(GraphFlow.IRIS.base());
        return ExampleFolder.read(HOME.examples()).stream()
                .filter(example -> !example.query().isDescribeType())
                .filter(example -> !example.text().contains(SEARCH))
                .map(example -> DynamicTest.dynamicTest(
                        example.name(),
                        () -> assertThat(engine.ask(example, prefixes)).isEqualTo(answers.get(example.name()))))
                .onClose(engine::close);
    }
}
