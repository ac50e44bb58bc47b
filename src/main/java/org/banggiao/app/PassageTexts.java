package org.banggiao.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.claim.Passage;
import org.banggiao.store.PassageWords;
import org.banggiao.text.Document;
import org.banggiao.text.NoteMark;
import org.banggiao.text.Sentence;

/** The repaired words of passages, where their document is at hand. For the private part of a release, never for its RDF. */
final class PassageTexts {
    private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** A document with the sentences of each of its paragraphs. */
    private record Text(Document document, Map<Integer, List<Sentence>> paragraphs) {
        static Text of(Document document) {
            return new Text(
                    document, document.sentences().stream().collect(Collectors.groupingBy(Sentence::paragraph)));
        }
    }

    private final Map<String, Text> texts = new HashMap<>();

    /** Passages of these documents, known by the SHA-256 of their text. */
    PassageTexts(Iterable<Document> documents) {
        documents.forEach(document -> texts.put(document.source().sha256(), Text.of(document)));
    }

    /** The words of a passage with single spaces, in their paragraph; empty where its text is not at hand. */
    Optional<PassageWords> of(Passage passage) {
        Text text = texts.get(passage.fileSha256());
        if (text == null) {
            return Optional.empty();
        }
        boolean isInNote = passage.note() != null;
        // A note at the foot of a page can stand inside a sentence of the body: only one of the two is meant.
        List<Part> parts = text.document().sentences().stream()
                .filter(sentence -> (sentence.note() != null) == isInNote)
                .filter(sentence -> sentence.range().startInclusive() < passage.endExclusive()
                        && passage.startInclusive() < sentence.range().endExclusive())
                .map(sentence -> Part.of(sentence, passage))
                .filter(part -> !part.words().isEmpty())
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(words(parts, text.paragraphs()));
    }

    private static PassageWords words(List<Part> parts, Map<Integer, List<Sentence>> paragraphs) {
        Part first = parts.getFirst();
        Part last = parts.getLast();
        Stream<String> before = paragraphs.getOrDefault(first.sentence().paragraph(), List.of()).stream()
                .filter(s -> s.number() < first.sentence().number())
                .map(Part::marked);
        Stream<String> after = paragraphs.getOrDefault(last.sentence().paragraph(), List.of()).stream()
                .filter(s -> s.number() > last.sentence().number())
                .map(Part::marked);
        return new PassageWords(
                joined(parts.stream().map(Part::words)),
                joined(Stream.concat(before, Stream.of(first.before()))),
                joined(parts.stream().map(Part::marked)),
                joined(Stream.concat(Stream.of(last.after()), after)));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The stretch of a sentence that a passage selects, between two char indexes of its repaired text. */
    private record Part(Sentence sentence, int start, int end) {
        static Part of(Sentence sentence, Passage passage) {
            int start = sentence.text().indexAt(passage.startInclusive());
            return new Part(sentence, start, Math.max(start, sentence.text().indexAt(passage.endExclusive())));
        }

        String words() {
            return sentence.text().value().substring(start, end).strip();
        }

        String before() {
            return marked(sentence, 0, start);
        }

        String marked() {
            return marked(sentence, start, end);
        }

        String after() {
            return marked(sentence, end, sentence.text().value().length());
        }

        static String marked(Sentence sentence) {
            return marked(sentence, 0, sentence.text().value().length());
        }

        /** A stretch with the marks of notes; a mark at its end belongs to it, one at its start to what is before. */
        private static String marked(Sentence sentence, int start, int end) {
            StringBuilder words = new StringBuilder(sentence.text().value().substring(start, end));
            // From the last on, so that the places of the others hold.
            for (NoteMark mark : sentence.marks().reversed()) {
                if (mark.position() <= end && (mark.position() > start || start == 0)) {
                    words.insert(mark.position() - start, superscript(mark.number()));
                }
            }
            return words.toString().strip();
        }
    }

    private static String superscript(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> SUPERSCRIPT.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }
}
