package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void anAddressIsEnough() {
        var settings = RemoteSettings.parse("http://localhost:3030/ds/sparql");
        assertThat(settings.shown()).isEqualTo("http://localhost:3030/ds/sparql");
        assertThat(settings.credentials()).isEmpty();
        assertThat(settings.tellsTime()).isTrue();
    }

    @Test
    void aFileSaysMore() throws IOException {
        var file = Files.writeString(folder.resolve("store.properties"), """
                # a cluster
                url = https://cluster.example.org/sparql?key=abc
                user = người đọc
                password = pass word
                graphs = https://example.org/a/ https://example.org/b/
                default-graph = https://example.org/union
                version-query = SELECT ?v { ?d <http://www.w3.org/2002/07/owl#versionInfo> ?v }
                look-seconds = 0
                most-bytes = 1000
                tell-time = false
                """);
        var settings = RemoteSettings.parse(file.toString());
        assertThat(settings.shown()).isEqualTo("https://cluster.example.org/sparql");
        assertThat(settings.credentials()).contains(RemoteSettings.Credentials.basic("người đọc", "pass word"));
        assertThat(settings.graphs()).containsExactly("https://example.org/a/", "https://example.org/b/");
        assertThat(settings.defaultGraph()).contains("https://example.org/union");
        assertThat(settings.version()).isPresent();
        assertThat(settings.look()).isZero();
        assertThat(settings.connectTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.mostBytes()).isEqualTo(1000);
        assertThat(settings.tellsTime()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://me:s3cret@localhost/sparql      | holds neither a user nor a fragment
            http://localhost/sparql#x              | holds neither a user nor a fragment
            http://local host/s3cret               | The address of the store is none
            http:/s3cret                           | starts with http:// or https:// and a host
            no-such-file.properties                | There is no file of settings no-such-file.properties
            file:///etc/passwd                     | There is no file of settings
            """)
    void whatIsNoStoreIsSaidWithoutSecrets(String text, String sentence) {
        assertThatThrownBy(() -> RemoteSettings.parse(text))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user = a                                 | the line "url = …" is missing
            url = ftp://example.org/x                | starts with http:// or https://
            url = http://h/x, pasword = s3cret       | there is no setting pasword
            url = http://h/x, user = a, token = b    | user and token exclude each other
            url = http://h/x, look-seconds = soon    | look-seconds is a whole number, and not "soon"
            url = http://h/x, tell-time = yes        | tell-time is true or false, and not "yes"
            url = http://h/x, most-bytes = 0         | most-bytes are more
            url = http://h/x, dialect = sql          | dialect is one of standard, virtuoso, and not "sql"
            url = http://h/x, version-query = ASK {} | version-query is a SELECT query
            url = http://h/x, version-query = SELECT | version-query is not SPARQL 1.1
            """)
    void aSettingThatCannotBeUsedIsSaid(String lines, String sentence) throws IOException {
        var file = Files.writeString(folder.resolve("store.properties"), lines.replace(", ", "\n"));
        assertThatThrownBy(() -> RemoteSettings.parse(file.toString()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("s3cret");
    }
}
