package org.banggiao.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsTextAsItIs() throws IOException {
        write("b.txt", "Hai nước\r\nký. 𠀀\r\n");
        write("a.txt", "\uFEFFNăm 1954.\n");
        List<SourceText> texts = CorpusReader.read(List.of(folder));
        assertThat(texts)
                .extracting(SourceText::id, SourceText::text, SourceText::mediaType, SourceText::derivedFromSha256)
                .containsExactly(
                        tuple("a", "Năm 1954.\n", "text/plain", null),
                        tuple("b", "Hai nước\r\nký. 𠀀\r\n", "text/plain", null));
        assertThat(texts.get(1).lengthInCodePoints()).isEqualTo(17);
        assertThat(texts.get(1).slice(14, 15)).isEqualTo("𠀀");
        assertThat(texts.get(0).sha256())
                .isEqualTo(SourceText.digest("\uFEFFNăm 1954.\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertFault(folder.resolve("none.txt"), CorpusIssue.FILE_MISSING, "does not exist: check the path.");
        assertFault(write("empty.txt", ""), CorpusIssue.FILE_EMPTY, "is empty: give a file with text.");
        assertFault(
                write("blank.txt", " \r\n\n"),
                CorpusIssue.FILE_EMPTY,
                "holds nothing but white space: give a file with text.");
        assertFault(
                write("binary.txt", "ab\0cd"),
                CorpusIssue.FILE_BINARY,
                "is not text (zero byte at byte 2): give UTF-8 text.");
        assertFault(
                write("latin.txt", "Hà Nội và Hu".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xEA, 'x'}),
                CorpusIssue.NOT_UTF8,
                "is not UTF-8 (byte 16 is 0xEA): convert it to UTF-8, for example with iconv.");
        assertFault(
                write("cut.txt", "ab".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE1, (byte) 0xBA}),
                CorpusIssue.NOT_UTF8,
                "is not UTF-8 (byte 2 is 0xE1): convert it to UTF-8, for example with iconv.");
        assertFault(
                write("notes.odt", "x"),
                CorpusIssue.TYPE_UNSUPPORTED,
                "is of a type that is not read: give .txt (UTF-8), .html, .pdf or .docx.");
        assertFault(write("broken.pdf", "no pdf"), CorpusIssue.FILE_DAMAGED, "cannot be read as application/pdf (");
        assertFault(write("broken.docx", "no docx"), CorpusIssue.FILE_DAMAGED, "cannot be read as application/vnd");
        assertFault(write("empty.html", "<html><body> </body></html>"), CorpusIssue.FILE_EMPTY, "holds no text");
    }

    @Test
    void aDirectoryWithoutTexts() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        assertFault(
                inside,
                CorpusIssue.DIRECTORY_WITHOUT_TEXTS,
                "holds no texts: put .txt (UTF-8), .html, .pdf or .docx files there.");
    }

    @Test
    void oneIdForTwoFiles() throws IOException {
        write("same.txt", "a");
        write("same.html", "<p>a</p>");
        assertThatThrownBy(() -> CorpusReader.read(List.of(folder)))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("would both have the id \"same\": rename one of them.");
        assertThat(CorpusReader.read(List.of(folder.resolve("same.txt"), folder.resolve("same.txt"))))
                .hasSize(1);
    }

    @Test
    void tooLarge() throws IOException {
        Path file = write("large.txt", "0123456789");
        assertThatThrownBy(() -> new CorpusReader(9).readAll(List.of(file)))
                .isInstanceOf(CorpusException.class)
                .hasMessageEndingWith("has 10 bytes, more than the limit of 9: split it, or raise the limit.");
        assertThat(new CorpusReader(10).readAll(List.of(file))).hasSize(1);
        assertThatThrownBy(() -> new CorpusReader(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsHtmlWithoutReachingOut() throws IOException {
        write(
                "page.html",
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>T</title><script>x()</script>"
                        + "<link rel=stylesheet href=\"http://127.0.0.1:1/x.css\"></head>"
                        + "<body><h1>Chương I</h1><p>Năm 1976, hai <b>nước</b> ký.</p><img src=\"http://127.0.0.1:1/x.png\"></body></html>");
        SourceText text = CorpusReader.read(List.of(folder)).get(0);
        assertThat(text.text().lines().filter(l -> !l.isBlank())).containsExactly("Chương I", "Năm 1976, hai nước ký.");
        assertThat(text.sha256()).isEqualTo(SourceText.digest(text.text().getBytes(StandardCharsets.UTF_8)));
        assertThat(text.derivedFromSha256())
                .isEqualTo(SourceText.digest(Files.readAllBytes(folder.resolve("page.html"))));
    }

    @Test
    void readsDocxWithItsNotesAtTheEnd() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(folder.resolve("word.docx"))) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.createRun().setText("Năm 1976, hai nước ký hiệp định");
            XWPFFootnote note = document.createFootnote();
            note.createParagraph().createRun().setText("Ký ngày 5.");
            paragraph.addFootnoteReference(note);
            paragraph.createRun().setText(" ở Hà Nội.");
            document.createParagraph().createRun().setText("Đoạn hai.");
            document.write(out);
        }
        assertThat(CorpusReader.read(List.of(folder)).get(0).text().lines().filter(l -> !l.isBlank()))
                .containsExactly("Năm 1976, hai nước ký hiệp định[1] ở Hà Nội.", "Đoạn hai.", "[1] Ký ngày 5.");
    }

    @Test
    void readsPdfPageByPage() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String line : List.of("Nam 1976, hai nuoc", "ky hiep dinh.")) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(100, 700);
                    content.showText(line);
                    content.endText();
                }
            }
            document.save(folder.resolve("print.pdf").toFile());
        }
        String text = CorpusReader.read(List.of(folder)).get(0).text();
        assertThat(text.split("\f"))
                .hasSize(2)
                .anyMatch(p -> p.contains("Nam 1976"))
                .anyMatch(p -> p.contains("hiep dinh"));
    }

    @Test
    void idsAndSources() {
        assertThat(CorpusReader.idOf(Path.of("x", "a.b.txt"))).isEqualTo("a.b");
        assertThat(CorpusReader.idOf(Path.of(".txt"))).isEqualTo(".txt");
        assertThat(SourceText.of("x", "a").sha256())
                .isEqualTo("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
        assertThatThrownBy(() -> new SourceText("x", "a", "ABC", "text/plain", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ABC");
        assertThatThrownBy(() -> SourceText.of(" ", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertFault(Path file, CorpusIssue issue, String end) {
        assertThatThrownBy(() -> CorpusReader.read(List.of(file)))
                .isInstanceOfSatisfying(
                        CorpusException.class,
                        e -> assertThat(e.findings())
                                .singleElement()
                                .satisfies(f -> assertThat(f.issue()).isEqualTo(issue))
                                .satisfies(f -> assertThat(f.message())
                                        .startsWith(file + " ")
                                        .contains(end)));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path write(String name, byte[] start, byte[] end) throws IOException {
        byte[] bytes = new byte[start.length + end.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(end, 0, bytes, start.length, end.length);
        return Files.write(folder.resolve(name), bytes);
    }
}
