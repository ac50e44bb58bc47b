package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the counter-examples of {@code src/docs/falsehoods.md} about text. */
class FalsehoodsTest {
    private static final Path FILE = Path.of("src", "docs", "falsehoods.md");
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    static Stream<Arguments> rows() {
        String text;
        try {
            text = Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String section = text.substring(text.indexOf("## Text"));
        int end = section.indexOf("\n## ", 1);
        return (end < 0 ? section : section.substring(0, end))
                .lines()
                .filter(l -> l.startsWith("| ") && !l.startsWith("| ---") && !l.startsWith("| One believes"))
                .map(l -> l.substring(2).split("(?<!\\\\)\\|"))
                .map(c -> Arguments.of(c[0].strip(), c[1].strip(), code(c[2]), code(c[3])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isFalse(String belief, String operation, String input, String output) {
        List<String> expected = output.isEmpty() ? List.of() : Arrays.asList(output.split("¦"));
        assertThat(run(operation, input)).as(belief).isEqualTo(expected);
    }

    @Test
    void thereAreRows() {
        assertThat(rows()).hasSizeGreaterThan(20);
    }

    private static List<String> run(String operation, String input) {
        Document document = Texts.read(input.isEmpty() ? " " : input);
        return switch (operation) {
            case "sentences" ->
                document.sentences().stream()
                        .filter(s -> s.kind() == Kind.BODY || s.kind() == Kind.HEADING)
                        .map(s -> s.text().value())
                        .toList();
            case "notes" -> Texts.words(document, Kind.NOTE);
            case "marks" -> Texts.marks(document);
            case "same" -> {
                String[] words = input.split("\\|");
                yield List.of(Folding.forMatching(words[0]).equals(Folding.forMatching(words[1])) ? "yes" : "no");
            }
            case "syllable" -> List.of(Syllable.isLegal(input) ? "yes" : "no");
            case "places" ->
                document.sentences().stream().map(s -> s.range().toString()).toList();
            case "years" ->
                document.sections().stream()
                        .map(Section::years)
                        .filter(Objects::nonNull)
                        .map(YearRange::toString)
                        .toList();
            default -> throw new IllegalArgumentException("no operation " + operation);
        };
    }

    private static String code(String cell) {
        String inside = cell.strip();
        String raw = inside.substring(1, inside.length() - 1).replace("\\|", "|");
        return UNICODE_ESCAPE
                .matcher(raw)
                .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)))
                .translateEscapes();
    }
}
