package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.banggiao.issue.FaultException;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimFileTest {
    private static final ActorRef SWEDEN = new ActorRef("SE", "country:sweden", "Thụy Điển");
    private static final ActorRef VIETNAM = new ActorRef("VN", "country:vietnam", null);

    @TempDir
    Path folder;

    static Said said(String id, int start) {
        return new Said(
                id,
                new Passage("doc", "0".repeat(64), start, start + 40, 12, null, null, 3, "1".repeat(64)),
                List.of(),
                Said.Polarity.AFFIRMED,
                Said.Factuality.ACTUAL,
                null,
                List.of("rule.a", "rule.b"),
                Set.of("date"),
                new BigDecimal("0.75"));
    }

    static DiplomaticEvent event(String id, int start, String date, @Nullable String about) {
        return new DiplomaticEvent(
                said(id, start),
                EventType.VISIT,
                HistoricalDate.parse(date),
                null,
                new PlaceRef("Hà Nội", "place:hanoi"),
                List.of(SWEDEN, VIETNAM),
                List.of(new PersonRef("Olof Palme", null, "Thủ tướng")),
                about);
    }

    static AidFlow flow(String id, int start) {
        return new AidFlow(
                said(id, start),
                List.of(SWEDEN),
                List.of(VIETNAM),
                AidFlow.Category.INFRASTRUCTURE,
                AidFlow.Status.DISBURSED,
                AidFlow.Terms.GRANT,
                List.of(new Money(Amount.of(new BigDecimal("1300000000"), Amount.Qualifier.AT_LEAST), "SEK")),
                List.of(
                        new AidFlow.Item(Amount.between(BigDecimal.TEN, new BigDecimal("12.5")), "km", "đường"),
                        new AidFlow.Item(null, null, "máy móc")),
                HistoricalDate.parse("1974/1976"),
                "từ 1974 đến 1976",
                "Hiệp định");
    }

    static Instrument instrument(String id, int start) {
        return new Instrument(
                said(id, start),
                InstrumentType.JOINT_STATEMENT,
                "Thông cáo chung",
                null,
                null,
                List.of(VIETNAM, SWEDEN),
                null,
                List.of(),
                HistoricalDate.parse("1970/.."));
    }

    @Test
    void whatIsWrittenIsReadBackEqualAndSorted() {
        var claims = List.<Claim>of(flow("c", 90), event("b", 50, "1974-04-02", "thăm"), instrument("a", 10));
        var file = folder.resolve("doc.jsonl");
        ClaimFile.write(file, claims);
        assertThat(ClaimFile.read(file)).containsExactly(claims.get(2), claims.get(1), claims.get(0));
    }

    @Test
    void eachBadLineIsNamedWithItsNumber() throws IOException {
        var file = folder.resolve("doc.jsonl");
        Files.writeString(file, ClaimFile.line(event("a", 1, "1974", null)) + "\n{\"kind\":\"event\"}\n\nno json\n");
        assertThatThrownBy(() -> ClaimFile.read(file))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("doc.jsonl, line 2: 'id' is to be a text, not null")
                .hasMessageContaining("doc.jsonl, line 4: not JSON");
    }

    @Test
    void anEventWithoutDateIsRefused() {
        var line = ClaimFile.line(event("a", 1, "1974", null)).replace("\"date\":\"1974\",", "");
        assertThatThrownBy(() -> ClaimFile.parse(line)).hasMessage("the event a has no date");
    }
}
