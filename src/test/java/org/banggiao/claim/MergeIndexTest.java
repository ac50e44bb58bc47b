package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merging asks few of all pairs of claims: the things are the same as where each claim is compared with every one before it. */
class MergeIndexTest {
    private static final List<String> DATES = List.of(
            "1971-03-05",
            "1971-04-05",
            "1971-03",
            "1971-04",
            "1971",
            "1972-03-05",
            "1971-03-05/1971-03-09",
            "1971/1973",
            "1971/..",
            "[1971-03-05,1971-03-06]",
            "197X",
            "1971-03-05~");
    private static final List<String> ABOUTS = List.of(
            "thăm chính thức",
            "Thăm chính thức",
            "Nghị quyết số 12 về kinh tế",
            "Chỉ thị 12",
            "Nghị quyết 13",
            "Thông báo về biên giới");
    private static final List<String> NAMES = List.of(
            "Hiệp định",
            "Hiệp định thương mại",
            "Hiệp định thương mại và hàng hải",
            "Hiệp định hàng hải giữa hai nước",
            "Hiệp định về trao đổi hàng hóa và thanh toán năm 1971",
            "Hiệp định về trao đổi hàng hóa và thanh toán năm 1972",
            "Hiệp định trao đổi hàng hóa",
            "Hiệp ước hữu nghị",
            "Hiệp định hàng không dân dụng Thụy Điển");
    private static final List<String> CODES = List.of("SE", "VN", "FI");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void generatedClaimsGiveTheSameThings(long seed) {
        var random = new Random(seed);
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < 400; i++) {
            claims.add(claim(random, "c" + i));
        }
        var ties = new Ties(ties(random, claims), ties(random, claims));
        var things = Merger.merge(claims, ties);
        assertThat(things).as("seed %d", seed).isEqualTo(pairwise(claims, ties));
        assertThat(things).as("some are merged, not all").hasSizeBetween(20, 380);
    }

    @Test
    void releasedClaimsGiveTheSameThingsAlsoWhereTheTextsAreRepeated() throws IOException {
        var claims = new ArrayList<Claim>();
        try (var files = Files.list(Path.of("data/claims"))) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                var read = ClaimFile.read(file);
                int length = read.stream()
                        .mapToInt(c -> c.said().statedIn().endExclusive())
                        .max()
                        .orElse(0);
                for (int copy = 0; copy < 2; copy++) {
                    for (var claim : read) {
                        claims.add(moved(claim, copy, copy * length));
                    }
                }
            }
        }
        assertThat(claims).isNotEmpty();
        assertThat(Merger.merge(claims)).isEqualTo(pairwise(claims, Ties.NONE));
    }

    @Test
    void timeGrowsWithTheNumberOfClaims() {
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < 30_000; i++) {
            var told = ClaimFileTest.event("c", 0, "1974-04-02", "thăm chính thức");
            var named = MergerTest.instrument(
                    "i", "Hiệp định thương mại", told.actors().get(0));
            claims.add(moved(i % 2 == 0 ? told : named, i, i * 50));
        }
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Merger.merge(claims));
    }

    /** The rules of {@link Merger}, by comparing each claim with all before it. */
    private static List<Thing> pairwise(List<Claim> claims, Ties ties) {
        var inOrder = claims.stream().sorted(ClaimFile.ORDER).toList();
        var sameness = new Sameness(inOrder);
        var groups = new ArrayList<List<Claim>>();
        var reasons = new ArrayList<List<String>>();
        for (var claim : inOrder) {
            int joined = -1;
            var reason = Optional.<String>empty();
            for (var tie : ties.same()) {
                for (int g = 0; g < groups.size() && joined < 0; g++) {
                    if (groups.get(g).stream().anyMatch(k -> joins(tie, k, claim))) {
                        joined = g;
                        reason = Optional.of(tie.reason());
                    }
                }
            }
            for (int g = groups.size() - 1;
                    g >= 0 && joined < 0 && !claim.said().isRejected();
                    g--) {
                var group = groups.get(g);
                boolean apart = group.get(0).said().isRejected()
                        || ties.apart().stream().anyMatch(t -> group.stream().anyMatch(k -> joins(t, k, claim)));
                reason = apart ? Optional.empty() : reason(group, claim, sameness);
                joined = reason.isPresent() ? g : -1;
            }
            if (joined < 0) {
                groups.add(new ArrayList<>(List.of(claim)));
                reasons.add(new ArrayList<>());
            } else {
                groups.get(joined).add(claim);
                reasons.get(joined).add(reason.orElseThrow());
            }
        }
        var things = new ArrayList<Thing>();
        for (int g = 0; g < groups.size(); g++) {
            things.add(new Thing(groups.get(g).get(0).kind(), groups.get(g), reasons.get(g)));
        }
        return things;
    }

    private static Optional<String> reason(List<Claim> group, Claim claim, Sameness sameness) {
        Optional<String> reason = Optional.empty();
        for (var known : group) {
            if (!known.kind().equals(claim.kind())) {
                return Optional.empty();
            }
            var slip = sameness.slip(known, claim);
            if (Sameness.contradict(known, claim) && slip.isEmpty()) {
                return Optional.empty();
            }
            reason = reason.or(() -> sameness.same(known, claim)).or(() -> slip);
        }
        return reason;
    }

    private static boolean joins(Ties.Tie tie, Claim a, Claim b) {
        return Set.of(tie.claim(), tie.other())
                .equals(Set.of(a.said().id(), b.said().id()));
    }

    /** Ties between claims of one kind. */
    private static List<Ties.Tie> ties(Random random, List<Claim> claims) {
        var ties = new ArrayList<Ties.Tie>();
        while (ties.size() < 12) {
            var a = pick(random, claims);
            var b = pick(random, claims);
            if (a != b && a.kind().equals(b.kind())) {
                ties.add(new Ties.Tie(
                        a.said().id(), b.said().id(), "ed", LocalDate.of(2020, 1, 2), "reason " + ties.size()));
            }
        }
        return ties;
    }

    private static Claim claim(Random random, String id) {
        var said = said(random, id);
        var date = HistoricalDate.parse(pick(random, DATES));
        boolean dated = random.nextInt(4) > 0;
        return switch (random.nextInt(3)) {
            case 0 ->
                new DiplomaticEvent(
                        said,
                        pick(random, List.of(EventType.VISIT, EventType.VISIT, EventType.DECISION)),
                        date,
                        null,
                        null,
                        actors(random),
                        persons(random),
                        random.nextBoolean() ? pick(random, ABOUTS) : null);
            case 1 ->
                new Instrument(
                        said,
                        pick(
                                random,
                                List.of(InstrumentType.AGREEMENT, InstrumentType.AGREEMENT, InstrumentType.TREATY)),
                        pick(random, NAMES),
                        dated ? date : null,
                        null,
                        actors(random),
                        null,
                        List.of(),
                        random.nextInt(4) == 0 ? HistoricalDate.parse("1971/1975") : null);
            default ->
                new AidFlow(
                        said,
                        actors(random),
                        List.of(new ActorRef("VN", null, null)),
                        AidFlow.Category.ECONOMIC,
                        AidFlow.Status.DISBURSED,
                        pick(random, List.of(AidFlow.Terms.GRANT, AidFlow.Terms.UNSPECIFIED)),
                        random.nextBoolean() ? List.of(money(random)) : List.of(),
                        random.nextInt(3) == 0 ? List.of(new AidFlow.Item(null, null, "máy móc")) : List.of(),
                        dated ? HistoricalDate.parse(pick(random, DATES.subList(3, 7))) : null,
                        null,
                        null);
        };
    }

    private static Said said(Random random, String id) {
        int start = random.nextInt(200_000);
        var changed = new Said(
                id,
                new Passage("doc", "", start, start + 40, null, null, null, 1 + start / 100, ""),
                List.of(),
                Said.Polarity.AFFIRMED,
                random.nextInt(5) == 0 ? Said.Factuality.INTENDED : Said.Factuality.ACTUAL,
                null,
                List.of("rule"),
                Set.of(),
                BigDecimal.ONE);
        return random.nextInt(30) > 0
                ? changed
                : changed.with(
                        new Review(Review.Verdict.REJECTED, "ed", LocalDate.of(2020, 1, 2), "not said", Map.of()));
    }

    private static Money money(Random random) {
        var qualifier = pick(random, List.of(Amount.Qualifier.EXACT, Amount.Qualifier.ABOUT));
        return new Money(
                Amount.of(new BigDecimal(pick(random, List.of("1300000", "1312000", "2000000"))), qualifier), "SEK");
    }

    private static List<ActorRef> actors(Random random) {
        return CODES.stream()
                .filter(c -> random.nextInt(3) > 0)
                .map(c -> new ActorRef(c, null, c.equals("SE") ? "Thụy Điển" : null))
                .toList();
    }

    private static List<PersonRef> persons(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(new PersonRef("Olof Palme", "person:olof-palme", null));
            case 1 -> List.of(new PersonRef("Olof Palme", null, null));
            case 2 -> List.of(new PersonRef("Palme", "person:olof-palme", null));
            default -> List.of();
        };
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The claim as a copy of its text states it, so many code points further on. */
    private static Claim moved(Claim claim, int copy, int by) {
        var said = claim.said();
        var in = said.statedIn();
        return claim.with(new Said(
                said.id() + copy,
                new Passage(
                        in.document(),
                        in.fileSha256(),
                        in.startInclusive() + by,
                        in.endExclusive() + by,
                        in.page(),
                        in.section(),
                        in.note(),
                        in.sentence() + copy * 10_000,
                        in.digest()),
                said.contextIn(),
                said.polarity(),
                said.factuality(),
                said.attributedTo(),
                said.rule(),
                said.derivedFromContext(),
                said.confidence()));
    }
}
