package org.banggiao.publish.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The words of the pages in one language, by key; {@code {0}}, {@code {1}} … stand for what is filled in. */
public final class Texts {
    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Texts(language));
        }
    }

    private final Language language;
    private final Map<String, String> words = new TreeMap<>();

    private Texts(Language language) {
        this.language = language;
        var name = "texts_" + language.code() + ".properties";
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    Language language() {
        return language;
    }

    /** All words by key. */
    Map<String, String> words() {
        return Collections.unmodifiableMap(words);
    }

    /** The words of a key, where there are any. */
    Optional<String> find(String key) {
        return Optional.ofNullable(words.get(key));
    }

    /**
     * The words of a key.
     *
     * @throws IllegalArgumentException where there are none
     */
    public String get(String key, Object... values) {
        var text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** A number of something: the key with {@code .one} or {@code .other}, as the language has it. */
    public String count(String key, long number) {
        return get(key + (number == 1 ? ".one" : ".other"), Numbers.whole(number, language));
    }
}
