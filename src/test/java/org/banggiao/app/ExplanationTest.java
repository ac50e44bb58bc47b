package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banggiao.claim.Extractor;
import org.banggiao.claim.Labels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each sort of value that a passage does not say itself is explained: what gave it, where, and by which rule. */
class ExplanationTest {
    private static final Path TEXT = Path.of("src/test/resources/org/banggiao/explain/hungary.txt");
    /** What is printed of each claim, by its label. */
    private static final Map<String, String> EXPLAINED = new TreeMap<>();

    @BeforeAll
    static void explain() {
        var err = new PrintWriter(new StringWriter());
        var read = new TextFlow(Home.find(), new Steps(err)).read(List.of(TEXT));
        var labels = new Labels(read.authority());
        var derivations =
                new Extractor(read.authority()).derivations(read.documents().getFirst());
        for (var claim : read.extractions().getFirst().claims()) {
            var out = new StringWriter();
            new Explanation(labels, new PrintWriter(out, true))
                    .print(
                            claim,
                            read.documents().getFirst(),
                            derivations.get(claim.said().id()));
            EXPLAINED.put(labels.en(claim), out.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Agreement between Hungary and Vietnam, 1950                    | date.plain \\d+-\\d+ “Cùng năm”: 1950, said as YYYY
            Agreement between Hungary and Vietnam, 1950                    | context.anchor \\d+-\\d+ “Ngày 3 tháng 2 năm 1950, .*: 1950-02-03, which gives what the words leave out
            Agreement between Hungary and Vietnam, 1950                    | party \\d+-\\d+ “hai nước”: HU, one of the two countries spoken of
            Change of relations: Hungary and Vietnam, May 1975             | date.plain \\d+-\\d+ “Ba tháng sau”: 1975-05, said as YYYY-MM.03
            Change of relations: Hungary and Vietnam, May 1975             | actor \\d+-\\d+ “Thành phố Hồ Chí Minh”: VN, where place:ho-chi-minh-city lies
            Change of relations: Hungary and Vietnam, 1950                 | date.anniversary \\d+-\\d+ “kỷ niệm 25 năm ngày”: 1950, said as .*
            Change of relations: Hungary and Vietnam, 1950                 | date.beside \\d+-\\d+ “Ngày 3 tháng 2 năm 1975”: 1975-02-03, which gives .*
            Joint statement between Hungary and Vietnam, 9–14 July 1957    | context.occasion \\d+-\\d+ “Từ ngày 9 đến .*: 1957-07-09/1957-07-14, when the occasion was .*
            Agreement between Hungary and Vietnam, 9–14 July 1957          | context.cue \\d+-\\d+ “Từ ngày 9 đến .*: 1957-07-09/1957-07-14, the last date told, .*
            Visit: Vietnam and Hungary, 9–14 July 1957                     | actor \\d+-\\d+ “Hồ Chí Minh”: VN, the country of person:ho-chi-minh
            Statement: Hungary, 20 September 1958                          | actor \\d+-\\d+ “phía bạn”: HU, the other of the two sides
            Grant from Hungary to Vietnam, 1956                            | donor \\d+-\\d+ “Hungary”: HU, not named in the passage; named in the context, in the sentence of the note's mark
            Grant from Hungary to Vietnam, 1956                            | terms \\d+-\\d+ “Từ năm 1956 đến năm 1957, .*: grant, as the sentence of the note's mark says
            Grant from Hungary to Vietnam, 1966–1972                       | context\\.[a-z]+ \\d+-\\d+ “II. VIỆN TRỢ .*: 1966/1972, the years .*
            Grant from Hungary to Vietnam, 1966–1972                       | terms \\d+-\\d+ “II. VIỆN TRỢ .*: grant, as the heading says, .*
            Proposal: Vietnam and Hungary, 8 September 1969                | actor \\d+-\\d+ “Đảng Cộng sản Việt Nam”: VN, organisation:communist-party-of-vietnam, a body of country:vietnam
            Agreement between Hungary and Vietnam, 5 October 1971          | party \\d+-\\d+ “Hungary”: HU, not named in the passage; one of the two sides, named last here
            Agreement between Hungary and Vietnam, 1950                    | confidence: 0\\.\\d\\d = 0\\.\\d\\d for the rules instrument x .* for a date from context
            """)
    void whatContextGaveIsExplained(String claim, String line) {
        assertThat(EXPLAINED).containsKey(claim);
        assertThat(EXPLAINED.get(claim).lines().map(String::strip).toList())
                .as(EXPLAINED.get(claim))
                .anyMatch(it -> it.matches(line));
    }

    @Test
    void everyPropertyFromContextHasAStepThatTellsIt() {
        EXPLAINED.values().forEach(text -> {
            String derived = text.lines()
                    .filter(line -> line.startsWith("  from context: "))
                    .findFirst()
                    .orElse("");
            if (derived.contains("date")) {
                assertThat(text).containsPattern("\\n      +(context\\.|date\\.beside)");
            }
            for (String role : List.of("donor", "recipient", "actor")) {
                if (derived.contains(role + "s")) {
                    assertThat(text.lines().filter(line -> line.startsWith("      " + role + " ")))
                            .as(text)
                            .anyMatch(line -> line.matches(".*: [A-Z]+, (?!country:|state:|organisation:).*"));
                }
            }
        });
    }
}
