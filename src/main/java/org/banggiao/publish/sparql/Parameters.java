package org.banggiao.publish.sparql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request in the form {@code name=value&name=value}, percent-encoded UTF-8. They are read here and not by
 * the web server, because the server leaves out what it cannot decode, where a client needs to be told.
 */
final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Adds what is in a query string or form body.
     *
     * @throws Refusal if a percent-encoding or the UTF-8 in it is broken
     */
    void addAll(String form) {
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /**
     * The value of a parameter that may stand once.
     *
     * @throws Refusal if it stands more than once
     */
    Optional<String> one(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw Refusal.badRequest("The parameter " + name + " is there " + all.size() + " times; send it once.");
        }
        return all.stream().findFirst();
    }

    private static String decode(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); ) {
            int c = encoded.codePointAt(i);
            if (c == '%') {
                int high = i + 1 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw Refusal.badRequest("A % in a parameter is not followed by two hexadecimal digits."
                            + " Percent-encode the value (curl: --data-urlencode).");
                }
                bytes.write(high * 16 + low);
                i += 3;
            } else {
                if (c < 0x80) {
                    bytes.write(c == '+' ? ' ' : c);
                } else {
                    bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                }
                i += Character.charCount(c);
            }
        }
        return utf8(bytes.toByteArray(), "A parameter");
    }

    /**
     * Reads UTF-8.
     *
     * @param what the subject of the sentence that tells of broken bytes
     * @throws Refusal if it is not UTF-8
     */
    static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest(what + " is not UTF-8.");
        }
    }
}
