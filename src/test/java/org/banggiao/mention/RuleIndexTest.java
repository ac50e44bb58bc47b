package org.banggiao.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.text.Kind;
import org.banggiao.text.NormalText;
import org.banggiao.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules are tried only where they can match. On sentences made at random of pieces of the rules' own examples, that gives the
 * same matches as to try every pattern at every token, and a trial finds the longest match that there is.
 */
class RuleIndexTest {
    private static final int SENTENCES = 400;
    private static final int LONGEST_PIECE = 5;
    private static final int MOST_PIECES = 7;

    private final MentionReader reader = new MentionReader(Authority.load(Path.of("data/authority")));
    private final List<String> pieces = reader.rules().stream()
            .flatMap(r -> Stream.concat(r.examples().stream().map(Rule.Example::text), r.counterexamples().stream()))
            .toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void passesOverNoMatch(long seed) {
        var random = new Random(seed);
        int matches = 0;
        for (int i = 0; i < SENTENCES; i++) {
            var text = sentence(random);
            var reading = read(text);
            for (var rules : reader.ruleSets()) {
                var found = rules.candidates(reading, RuleSet.TEMPLATE);
                assertThat(found).as("seed %d: '%s'", seed, text).isEqualTo(everywhere(rules, reading));
                matches += found.size();
            }
        }
        assertThat(matches).isGreaterThan(SENTENCES);
    }

    /** Every pattern at every token. */
    private static List<RuleSet.Candidate> everywhere(RuleSet rules, Reading reading) {
        var found = new ArrayList<RuleSet.Candidate>();
        for (int token = 0; token < reading.size(); token++) {
            for (var rule : rules.rules()) {
                for (var pattern : rule.patterns()) {
                    var run = new PatternRun(reading);
                    var span = RuleSet.match(rule, pattern, run, reading, token, RuleSet.TEMPLATE);
                    if (span != null) {
                        found.add(new RuleSet.Candidate(rule, span));
                        break;
                    }
                }
            }
        }
        return found;
    }

    @Test
    void findsTheLongestMatch() {
        long seed = 4;
        var random = new Random(seed);
        int matches = 0;
        for (int i = 0; i < SENTENCES / 10; i++) {
            var text = sentence(random);
            var reading = read(text);
            var run = new PatternRun(reading);
            for (var rule : reader.rules()) {
                for (var pattern : rule.patterns()) {
                    for (int token = 0; token < reading.size(); token++) {
                        var match = run.at(pattern, token);
                        int end = end(pattern, 0, reading, token);
                        assertThat(match == null ? token : match.to())
                                .as("seed %d: %s at token %d of '%s'", seed, rule.name(), token, text)
                                .isEqualTo(Math.max(token, end));
                        matches += match == null ? 0 : 1;
                    }
                }
            }
        }
        assertThat(matches).isGreaterThan(SENTENCES / 10);
    }

    /** The end of the longest way from a step, by trying all; -1 where there is none. */
    private static int end(Pattern pattern, int step, Reading reading, int at) {
        boolean inside = at < reading.size();
        int next = step + 1;
        return switch (pattern.steps[step]) {
            case Pattern.Step.Accept a -> at;
            case Pattern.Step.One one ->
                inside && reading.token(at).word().is(one.form()) ? end(pattern, next, reading, at + 1) : -1;
            case Pattern.Step.Word word ->
                inside && reading.token(at).word().number() == word.number() ? end(pattern, next, reading, at + 1) : -1;
            case Pattern.Step.Read read -> {
                int best = -1;
                for (var span : inside ? reading.startingAt(at) : List.<Span>of()) {
                    best = Math.max(best, span.is(read.type()) ? end(pattern, next, reading, span.to()) : -1);
                }
                yield best;
            }
            case Pattern.Step.Fork fork -> {
                int best = -1;
                for (int target : fork.targets()) {
                    best = Math.max(best, end(pattern, target, reading, at));
                }
                yield best;
            }
            case Pattern.Step.Open o -> end(pattern, next, reading, at);
            case Pattern.Step.Close c -> end(pattern, next, reading, at);
            case Pattern.Step.Not not ->
                inside && end(not.guard(), 0, reading, at) > at ? -1 : end(pattern, next, reading, at);
            case Pattern.Step.First f -> at == 0 ? end(pattern, next, reading, at) : -1;
            case Pattern.Step.Last l -> at == reading.size() ? end(pattern, next, reading, at) : -1;
        };
    }

    private String sentence(Random random) {
        var words = new ArrayList<String>();
        for (int left = 1 + random.nextInt(MOST_PIECES); left > 0; left--) {
            var piece = pieces.get(random.nextInt(pieces.size())).split(" ");
            int from = random.nextInt(piece.length);
            int to = Math.min(piece.length, from + 1 + random.nextInt(LONGEST_PIECE));
            words.addAll(List.of(piece).subList(from, to));
        }
        return String.join(" ", words);
    }

    private Reading read(String text) {
        return reader.read(new Sentence(1, 1, Kind.BODY, NormalText.of(text, 0), null, null, null, false, List.of()));
    }
}
