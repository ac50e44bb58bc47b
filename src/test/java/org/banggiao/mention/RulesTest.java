package org.banggiao.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.text.Kind;
import org.banggiao.text.NormalText;
import org.banggiao.text.Sentence;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule bears its examples, and they run: it matches in each, with the value given, and not in the counterexamples. */
class RulesTest {
    private final MentionReader reader = new MentionReader(Authority.load(Path.of("data/authority")));

    private Reading read(String text) {
        return reader.read(new Sentence(1, 1, Kind.BODY, NormalText.of(text, 0), null, null, null, false, List.of()));
    }

    @TestFactory
    Stream<DynamicTest> examplesMatch() {
        return reader.rules().stream()
                .flatMap(rule -> rule.examples().stream()
                        .map(e -> DynamicTest.dynamicTest(rule.name() + ": " + e.text(), () -> {
                            var reading = read(e.text());
                            assertThat(reading.all(rule.type()))
                                    .as("what %s reads in '%s'", rule.type(), e.text())
                                    .anySatisfy(span -> {
                                        assertThat(span.rule()).isEqualTo(rule.name());
                                        if (!e.value().isEmpty()) {
                                            assertThat(forms(span.value())).isEqualTo(e.value());
                                        }
                                    });
                        })));
    }

    /** A date as its rule's examples write it, several parted by spaces. */
    private static String forms(Object value) {
        return switch (value) {
            case SaidDate d -> d.form();
            case List<?> dates -> dates.stream().map(RulesTest::forms).collect(Collectors.joining(" "));
            default -> String.valueOf(value);
        };
    }

    @TestFactory
    Stream<DynamicTest> counterexamplesDoNot() {
        return reader.rules().stream()
                .flatMap(rule -> rule.counterexamples().stream()
                        .map(text -> DynamicTest.dynamicTest(
                                rule.name() + " not: " + text,
                                () -> assertThat(read(text).all(rule.type()))
                                        .noneMatch(s -> s.rule().equals(rule.name())))));
    }

    @Test
    void everyRuleHasAnExampleAndACounterexample() {
        assertThat(reader.rules()).hasSizeGreaterThan(50).allSatisfy(rule -> {
            assertThat(rule.examples()).as(rule.name()).isNotEmpty();
            assertThat(rule.counterexamples()).as(rule.name()).isNotEmpty();
        });
    }
}
