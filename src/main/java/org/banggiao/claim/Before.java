package org.banggiao.claim;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banggiao.mention.Reading;
import org.banggiao.text.Document;
import org.banggiao.text.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which sentence a sentence goes on from: in running text the one before it, over the notes at the foot of a page and over
 * references to literature; at the beginning of a note the one that bears its mark.
 */
final class Before {
    private final Map<Reading, Reading> before = new IdentityHashMap<>();

    Before(Document document, List<Reading> readings) {
        var byNumber = new HashMap<Integer, Reading>();
        Reading lastOfBody = null;
        Reading lastOfNote = null;
        Integer note = null;
        for (var reading : readings) {
            var sentence = reading.sentence();
            byNumber.put(sentence.number(), reading);
            if (sentence.kind() == Kind.NOTE && sentence.note() != null) {
                if (!Objects.equals(note, sentence.note())) {
                    note = sentence.note();
                    var mark = document.note(note).anchor();
                    lastOfNote = mark == null ? lastOfBody : byNumber.getOrDefault(mark, lastOfBody);
                }
                put(reading, lastOfNote);
                lastOfNote = Bibliography.isReference(reading) ? lastOfNote : reading;
            } else {
                put(reading, lastOfBody);
                boolean tells = sentence.kind() != Kind.HEADING && !Bibliography.isReference(reading);
                lastOfBody = tells ? reading : lastOfBody;
            }
        }
    }

    private void put(Reading reading, @Nullable Reading earlier) {
        if (earlier != null) {
            before.put(reading, earlier);
        }
    }

    /** The sentence that a sentence goes on from, or null. */
    @Nullable
    Reading of(Reading reading) {
        return before.get(reading);
    }
}
