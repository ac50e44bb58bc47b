package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banggiao.claim.Passage;
import org.banggiao.corpus.SourceText;
import org.banggiao.store.PassageWords;
import org.banggiao.text.Document;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;

class PassageTextsTest {
    private final Document document = new DocumentReader()
            .read(SourceText.of(
                    "d", "Hai nước ký Hiệp định.\nSau đó, đoàn\nvề nước. Hết chuyện.\n\nNăm sau, hai bên gặp lại.\n"));
    private final PassageTexts texts = new PassageTexts(List.of(document));

    @Test
    void wordsHaveSingleSpacesAndEndWhereThePassageEnds() {
        assertThat(texts.of(passage(document.source().sha256(), "Sau đó", "về nước.")))
                .contains(new PassageWords(
                        "Sau đó, đoàn về nước.", "Hai nước ký Hiệp định.", "Sau đó, đoàn về nước.", "Hết chuyện."));
        assertThat(texts.of(passage(document.source().sha256(), "ký", "Sau đó,")))
                .contains(new PassageWords(
                        "ký Hiệp định. Sau đó,", "Hai nước", "ký Hiệp định. Sau đó,", "đoàn về nước. Hết chuyện."));
        assertThat(texts.of(passage(document.source().sha256(), "Năm sau", "gặp lại.")))
                .contains(PassageWords.of("Năm sau, hai bên gặp lại."));
    }

    @Test
    void marksOfNotesStandWhereTheyStood() {
        Document marked = new DocumentReader()
                .read(SourceText.of(
                        "m",
                        "Hai nước ký Hiệp định[1]. Đoàn về nước.\n\nNăm sau, hai bên gặp lại[2].\n\n"
                                + "[1] Báo Nhân dân, số 1.\n[2] Báo Nhân dân, số 2.\n"));
        String text = marked.source().text();
        PassageWords words = new PassageTexts(List.of(marked))
                .of(new Passage(
                        "m",
                        marked.source().sha256(),
                        text.indexOf("Đoàn"),
                        text.indexOf("nước.") + 5,
                        null,
                        null,
                        null,
                        2,
                        "0".repeat(64)))
                .orElseThrow();
        assertThat(words).isEqualTo(new PassageWords("Đoàn về nước.", "Hai nước ký Hiệp định¹.", "Đoàn về nước.", ""));
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
