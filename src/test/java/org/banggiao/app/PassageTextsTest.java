package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banggiao.claim.Passage;
import org.banggiao.corpus.SourceText;
import org.banggiao.text.Document;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;

class PassageTextsTest {
    private final Document document = new DocumentReader()
            .read(SourceText.of("d", "Hai nước ký Hiệp định.\nSau đó, đoàn\nvề nước. Hết chuyện.\n"));
    private final PassageTexts texts = new PassageTexts(List.of(document));

    @Test
    void wordsHaveSingleSpacesAndEndWhereThePassageEnds() {
        assertThat(texts.of(passage(document.source().sha256(), "Sau đó", "về nước.")))
                .isEqualTo("Sau đó, đoàn về nước.");
        assertThat(texts.of(passage(document.source().sha256(), "ký", "Sau đó,")))
                .isEqualTo("ký Hiệp định. Sau đó,");
    }

    @Test
    void anotherTextIsNotAtHand() {
        assertThat(texts.of(passage("0".repeat(64), "Sau đó", "về nước."))).isEmpty();
    }

    private Passage passage(String sha256, String from, String to) {
        String text = document.source().text();
        return new Passage(
                "d", sha256, text.indexOf(from), text.indexOf(to) + to.length(), null, null, null, 1, "0".repeat(64));
    }
}
