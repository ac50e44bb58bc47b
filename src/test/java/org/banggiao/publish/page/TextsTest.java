package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");

    @Test
    void bothLanguagesHaveTheSameKeysAndHoles() {
        var vietnamese = Texts.in(Language.VI).words();
        var english = Texts.in(Language.EN).words();
        assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
        vietnamese.forEach((key, words) -> assertThat(holes(words)).as(key).isEqualTo(holes(english.get(key))));
        assertThat(vietnamese.values()).noneMatch(String::isBlank);
        assertThat(english.values()).noneMatch(String::isBlank);
    }

    @Test
    void numbersAreWrittenAsEachLanguageDoes() {
        assertThat(Texts.in(Language.VI).count("n.event", 12345)).isEqualTo("12.345 sự kiện");
        assertThat(Texts.in(Language.EN).count("n.event", 12345)).isEqualTo("12,345 events");
        assertThat(Texts.in(Language.EN).count("n.event", 1)).isEqualTo("1 event");
    }

    private static List<String> holes(String words) {
        return HOLE.matcher(words).results().map(m -> m.group()).sorted().toList();
    }
}
