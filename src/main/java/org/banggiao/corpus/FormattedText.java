package org.banggiao.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The text inside files of formats that are not plain text, by Tika's parsers: nothing outside the file is read, embedded files and
 * pictures are left out, a form feed stands between pages, and notes stand at the end. Loaded when the first such file comes.
 */
final class FormattedText {
    /** How Tika shows the mark of a note. */
    private static final Pattern REFERENCE = Pattern.compile("\\[(?:footnote|endnote)Ref:\\d+\\]");

    private FormattedText() {}

    /**
     * The text of a file.
     *
     * @param maxChars longest text that is taken
     * @throws CorpusException where the file is damaged, has no text, or more than is allowed
     */
    static String extract(Path file, byte[] bytes, String mediaType, int maxChars) {
        ParseContext context = new ParseContext();
        context.set(Parser.class, EmptyParser.INSTANCE);
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        context.set(PDFParserConfig.class, pdf);
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, mediaType);
        ContentHandler text = new BodyContentHandler(maxChars);
        Pages pages = new Pages(text);
        try {
            parser(mediaType).parse(new ByteArrayInputStream(bytes), pages, metadata, context);
        } catch (SAXException | TikaException | IOException | RuntimeException e) {
            if (WriteLimitReachedException.isWriteLimitReached(e)) {
                throw new CorpusException(
                        CorpusIssue.FILE_TOO_LARGE,
                        file,
                        file + " holds more than " + maxChars + " characters of text: split it, or raise the limit.",
                        e);
            }
            throw new CorpusException(
                    CorpusIssue.FILE_DAMAGED,
                    file,
                    file + " cannot be read as " + mediaType + " ("
                            + e.getClass().getSimpleName() + "): open and save it anew, or give its text as UTF-8.",
                    e);
        }
        String extracted = pages.withNotes(text.toString());
        if (extracted.isBlank()) {
            throw new CorpusException(
                    CorpusIssue.FILE_EMPTY,
                    file,
                    file + " holds no text (a scan without text layer?): give its text as UTF-8.");
        }
        return extracted;
    }

    private static Parser parser(String mediaType) {
        return switch (mediaType) {
            case "text/html" -> new JSoupParser();
            case "application/pdf" -> new PDFParser();
            default -> new OOXMLParser();
        };
    }

    /** Puts a form feed before each page but the first, and keeps the notes apart. */
    private static final class Pages extends ContentHandlerDecorator {
        private static final char[] FORM_FEED = {'\f'};
        private final List<StringBuilder> notes = new ArrayList<>();
        private boolean first = true;
        private int depthInNote;

        Pages(ContentHandler handler) {
            super(handler);
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            String kind = localName.equals("div") ? String.valueOf(attributes.getValue("class")) : "";
            if (depthInNote > 0) {
                depthInNote++;
            } else if (kind.equals("footnote") || kind.equals("endnote")) {
                depthInNote = 1;
                notes.add(new StringBuilder());
            }
            super.startElement(uri, localName, name, attributes);
            if (kind.equals("page")) {
                if (!first) {
                    super.characters(FORM_FEED, 0, 1);
                }
                first = false;
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) throws SAXException {
            depthInNote -= depthInNote > 0 ? 1 : 0;
            super.endElement(uri, localName, name);
        }

        @Override
        public void characters(char[] chars, int start, int length) throws SAXException {
            if (depthInNote > 0) {
                notes.get(notes.size() - 1).append(chars, start, length);
            } else {
                super.characters(chars, start, length);
            }
        }

        @Override
        public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
            if (depthInNote > 0) {
                notes.get(notes.size() - 1).append(' ');
            } else {
                super.ignorableWhitespace(chars, start, length);
            }
        }

        /** The text with its marks as {@code [1]}, and the notes behind it, a line each. */
        String withNotes(String text) {
            StringBuilder out = new StringBuilder();
            Matcher mark = REFERENCE.matcher(text);
            int marks = 0;
            while (mark.find()) {
                mark.appendReplacement(out, "[" + ++marks + "]");
            }
            mark.appendTail(out);
            for (int n = 0; n < notes.size(); n++) {
                String number = marks == notes.size() ? "[" + (n + 1) + "] " : "";
                out.append('\n').append(number).append(notes.get(n).toString().strip());
            }
            return out.toString();
        }
    }
}
