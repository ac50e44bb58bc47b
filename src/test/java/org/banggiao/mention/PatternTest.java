package org.banggiao.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.banggiao.text.Kind;
import org.banggiao.text.NormalText;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {
    private final Tokenizer tokenizer = new Tokenizer();

    private Reading reading(String text) {
        return new Reading(
                new Sentence(1, 1, Kind.BODY, NormalText.of(text, 0), null, null, null, false, List.of()),
                tokenizer.tokens(text));
    }

    private @Nullable String match(String pattern, String text) {
        var reading = reading(text);
        var found = PatternParser.parse(pattern, tokenizer).at(reading, 0);
        return found == null ? null : reading.words(0, found.to());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a b            ; a b c         ; a b
            a b?           ; a c           ; a
            (a | a b)      ; a b c         ; a b
            a{1,3}         ; a a a a       ; a a a
            a ..2 d        ; a b c d       ; a b c d
            a ..1 d        ; a b c d       ;
            a !(b)         ; a b           ;
            a !(b)         ; a c           ; a
            ^ a            ; a b           ; a
            a b $          ; a b           ; a b
            a $            ; a b           ;
            hòa bình       ; HOÀ bình      ; HOÀ bình
            <int> "/" <month> ; 3/12 nữa   ; 3/12
            <month>        ; 13            ;
            <cap> <cap>    ; Hồ Chí minh   ; Hồ Chí
            """)
    void matches(String pattern, String text, @Nullable String expected) {
        assertThat(match(pattern, text)).isEqualTo(expected);
    }

    @Test
    void capturesAreStretchesByName() {
        var found =
                PatternParser.parse("tháng m=<month> năm y=<year>", tokenizer).at(reading("tháng 8 năm 1976"), 0);
        assertThat(found).isNotNull();
        assertThat(found.captures().get("m"))
                .singleElement()
                .satisfies(c -> assertThat(c.from()).isEqualTo(1));
        assertThat(found.captures().get("y"))
                .singleElement()
                .satisfies(c -> assertThat(c.to()).isEqualTo(4));
    }

    @Test
    void hostileRepetitionTakesNoLongerThanPatternTimesText() {
        var pattern = PatternParser.parse("(a? a?){0,12} (a | a a){0,12} (a{0,12}){0,12} b", tokenizer);
        var reading = reading("a ".repeat(2000));
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < reading.size(); i++) {
                assertThat(pattern.at(reading, i)).isNull();
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a (b ; ) is missing, at column 5
            <int ; > is missing, at column 1
            a{2} ; {least,most} is to stand here, at column 2
            a )  ; nothing is to stand here, at column 3
            a ..25 b ; a gap is of up to 12 tokens, two in a row are longer, at column 7
            a .. b ; a number is to stand behind .., at column 5
            """)
    void aBadPatternSaysWhere(String pattern, String message) {
        assertThatThrownBy(() -> PatternParser.parse(pattern, tokenizer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            match a           ; t.rules, line 1: 'match' stands in no rule
            list a b          ; t.rules, line 1: a list is written 'list name: phrase | phrase'
            """)
    void aBadRuleFileSaysWhere(String text, String message) {
        assertThatThrownBy(() -> RuleSet.parse("t.rules", text, tokenizer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
