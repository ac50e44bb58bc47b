package org.banggiao.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.list(Path.of("data/authority"))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    private void append(String table, String line) throws IOException {
        var file = folder.resolve(table);
        Files.writeString(file, Files.readString(file) + line + "\n");
    }

    @Test
    void readsCountriesApartFromStatesInTime() {
        var authority = Authority.load(folder);
        var drv = authority.byKey("state:drv").orElseThrow();
        assertThat(drv.country()).isEqualTo("country:vietnam");
        assertThat(drv.livesIn(1950)).isTrue();
        assertThat(drv.livesIn(1980)).isFalse();
        assertThat(authority.countryByCode("LA").orElseThrow().nameEn()).isEqualTo("Laos");
    }

    @Test
    void saysWhatIsWrongWithEachRow() throws IOException {
        append("countries.tsv", "country:laos\tLào\tLaos\t\tLA\t\t\t");
        append("states.tsv", "state:x\tX\tX\t\tX\tcountry:nowhere\t1950\t1940");
        append("regions.tsv", "region:y\tY");
        append("places.tsv", "place:z\tZ\tZ\t\tcountry:nowhere\tcity\t\t");
        append("identifiers.tsv", "person:nobody\twikidata\tQ1\tverified\ta book");
        assertThatThrownBy(() -> Authority.load(folder))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("the key country:laos stands twice")
                .hasMessageContaining("state:x ends before it starts: 1950 to 1940")
                .hasMessageContaining("2 columns stand where 4 are due")
                .hasMessageContaining("no entry bears the key country:nowhere")
                .hasMessageContaining("no entry bears the key person:nobody");
    }

    @Test
    void needsEveryTable() throws IOException {
        Files.delete(folder.resolve("persons.tsv"));
        assertThatThrownBy(() -> Authority.load(folder)).hasMessageContaining("persons.tsv cannot be read");
    }
}
