package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.SourceText;
import org.banggiao.mention.ResourceText;
import org.banggiao.text.DocumentReader;
import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What passages say of aid: see {@code aid.txt}, where each passage stands with the flows that it gives. */
class AidTest {
    private final Extractor extractor = new Extractor(Authority.load(Path.of("data/authority")));

    private record Example(String group, String passage, List<String> flows) {}

    private static List<Example> examples() {
        var examples = new ArrayList<Example>();
        var group = "";
        for (var line : ResourceText.lines(AidTest.class, "aid.txt")) {
            var rest = line.substring(2).strip();
            switch (line.substring(0, 2)) {
                case "==" -> group = rest;
                case "> " -> examples.add(new Example(group, rest, new ArrayList<>()));
                case "- " -> {
                    if (!rest.equals("none")) {
                        examples.get(examples.size() - 1).flows().add(rest);
                    }
                }
                default -> throw new IllegalArgumentException("neither group, passage nor flow: " + line);
            }
        }
        return examples;
    }

    @TestFactory
    Stream<DynamicTest> passagesGiveTheirFlows() {
        return examples().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.group() + ": " + e.passage(),
                        () -> assertThat(flows(e.passage())).containsExactlyInAnyOrderElementsOf(e.flows())));
    }

    @Test
    void thereAreManyPassages() {
        assertThat(examples()).hasSizeGreaterThan(60);
    }

    private List<String> flows(String text) {
        var document = new DocumentReader().read(SourceText.of("own", text));
        return extractor.extract(document).claims().stream()
                .filter(AidFlow.class::isInstance)
                .map(AidFlow.class::cast)
                .map(AidTest::line)
                .toList();
    }

    static String line(AidFlow flow) {
        var given = new ArrayList<String>();
        if (!flow.amounts().isEmpty()) {
            given.add(flow.amounts().stream()
                    .map(m -> m.amount().value().toPlainString() + " " + m.currency())
                    .collect(Collectors.joining(" = ")));
        }
        flow.items().forEach(i -> given.add(item(i)));
        var date = flow.knownDate().map(HistoricalDate::edtf).orElse("?");
        return codes(flow.donors()) + ">" + codes(flow.recipients()) + " " + date + " "
                + flow.status().code() + " " + flow.terms().code() + " "
                + flow.category().code() + " : "
                + String.join(" + ", given) + (flow.under() == null ? "" : " under " + flow.under());
    }

    private static String item(AidFlow.Item item) {
        var amount = item.amount();
        BigDecimal value = amount == null ? null : amount.value();
        return (value == null ? "?" : value.toPlainString())
                + (item.unit() == null || item.what().startsWith(item.unit()) ? "" : " " + item.unit()) + " "
                + item.what();
    }

    private static String codes(List<ActorRef> actors) {
        return actors.stream().map(a -> a.code().toUpperCase(Locale.ROOT)).collect(Collectors.joining(","));
    }
}
