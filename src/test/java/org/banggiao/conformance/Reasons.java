package org.banggiao.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.banggiao.conformance.Verdict.Outcome;

/** Why cases do not pass: lines of {@code reasons.tsv} with the case, the outcome to report and the reason. */
final class Reasons {
    private record Reason(Outcome outcome, String why) {}

    private static final Map<String, Reason> ALL = read();

    private Reasons() {}

    /** The verdict on a case that has failed, with its reason where that is known. */
    static Verdict apply(Verdict failed) {
        var reason = ALL.get(failed.key());
        return reason == null ? failed : failed.withOutcome(reason.outcome(), reason.why());
    }

    /** Whether a reason is given for a case. */
    static boolean has(Verdict verdict) {
        return ALL.containsKey(verdict.key());
    }

    private static Map<String, Reason> read() {
        var reasons = new TreeMap<String, Reason>();
        try (var in = Objects.requireNonNull(Reasons.class.getResourceAsStream("reasons.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(v -> reasons.put(v[0], new Reason(Outcome.valueOf(v[1].toUpperCase(Locale.ROOT)), v[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reasons;
    }
}
