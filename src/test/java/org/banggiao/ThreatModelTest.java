package org.banggiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every claim of {@code THREAT_MODEL.md} names tests, and they are there. */
class ThreatModelTest {
    private static final Pattern CLAIM = Pattern.compile("(?m)^\\| (?!claim|---)[^|]+\\|([^|]+)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+\\.\\w+)`");

    @Test
    void everyClaimNamesTestsThatExist() throws IOException {
        var tests = new ClassFileImporter()
                .importPackages("org.banggiao").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toSet());
        var claims = CLAIM.matcher(Files.readString(Path.of("THREAT_MODEL.md")))
                .results()
                .toList();
        assertThat(claims).hasSizeGreaterThan(10);
        for (var claim : claims) {
            var named =
                    TEST.matcher(claim.group(1)).results().map(m -> m.group(1)).toList();
            assertThat(named).as(claim.group()).isNotEmpty();
            assertThat(tests).containsAll(named);
        }
    }
}
