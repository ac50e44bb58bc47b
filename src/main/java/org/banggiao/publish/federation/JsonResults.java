package org.banggiao.publish.federation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** Looks whether an answer is a whole document of SPARQL 1.1 Query Results JSON Format. */
final class JsonResults {
    private static final int MOST_NESTING = 50;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTING)
                    .build())
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonResults() {}

    /**
     * Reads to the end.
     *
     * @throws MemberException if it is cut, no JSON, or JSON of something else
     */
    static void check(byte[] answer) throws IOException {
        boolean isResult = false;
        boolean hasHead = false;
        try (JsonParser parser = JSON.createParser(answer)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    var name = parser.currentName();
                    var value = parser.nextToken();
                    hasHead |= name.equals("head") && value == JsonToken.START_OBJECT;
                    isResult |= name.equals("results") && value == JsonToken.START_OBJECT
                            || name.equals("boolean") && value.isBoolean();
                    parser.skipChildren();
                }
                if (parser.nextToken() != null) {
                    isResult = false;
                }
            }
        } catch (IOException e) {
            throw new MemberException("its answer is cut or is no JSON");
        }
        if (!isResult || !hasHead) {
            throw new MemberException("it answered with something else than results of SPARQL in JSON");
        }
    }
}
