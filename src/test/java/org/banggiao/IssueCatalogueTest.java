package org.banggiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.banggiao.issue.Issue;
import org.junit.jupiter.api.Test;

/** Compares the issues of all stages with the catalogue in {@code src/docs/issues.md}. */
class IssueCatalogueTest {
    private static final Path CATALOGUE = Path.of("src", "docs", "issues.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### `([^`]+)`$(.*?)(?=^##|\\z)");

    @Test
    void everyIssueHasASectionAndEverySectionAnIssue() throws IOException {
        assertThat(sections().keySet())
                .as("sections of " + CATALOGUE + " against the codes of the enums that implement Issue")
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(codes()));
    }

    @Test
    void codesAreUniqueAndLedByTheirStage() {
        assertThat(codes()).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z]+(-[a-z0-9]+)+"));
    }

    @Test
    void everySectionSaysCauseAndCure() throws IOException {
        assertThat(sections())
                .allSatisfy((code, section) ->
                        assertThat(section).as(code).contains("**Cause.**").contains("**Cure.**"));
    }

    private static Map<String, String> sections() throws IOException {
        Map<String, String> result = new TreeMap<>();
        SECTION.matcher(Files.readString(CATALOGUE))
                .results()
                .forEach(match -> assertThat(result.put(match.group(1), match.group(2)))
                        .as("an earlier section of " + match.group(1))
                        .isNull());
        return result;
    }

    private static List<String> codes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.banggiao").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Issue.class))
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .map(constant -> ((Issue) constant).code())
                        .toList();
    }
}
