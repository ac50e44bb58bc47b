package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.text.DocumentReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims hold facts and names, never sentences of a source. */
class CorpusValuesTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final int LONGEST_NAME = 45;

    @Test
    void noValueIsASentenceOfItsSource() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "skipped: there is no folder " + CORPUS + " with the source texts");
        var extractor = new Extractor(Authority.load(Path.of("data/authority")));
        var longer = new ArrayList<String>();
        int claims = 0;
        for (var source : CorpusReader.read(List.of(CORPUS))) {
            for (var claim :
                    extractor.extract(new DocumentReader().read(source)).claims()) {
                claims++;
                check(longer, claim, "attributedTo", claim.said().attributedTo(), Phrase.MOST);
                switch (claim) {
                    case DiplomaticEvent e -> check(longer, claim, "about", e.about(), Phrase.MOST);
                    case Instrument i -> check(longer, claim, "nameAsPrinted", i.nameAsPrinted(), LONGEST_NAME);
                    case AidFlow a -> {
                        check(longer, claim, "under", a.under(), Phrase.MOST);
                        a.items().forEach(item -> check(longer, claim, "what", item.what(), Phrase.MOST));
                    }
                }
            }
        }
        assertThat(claims).isPositive();
        assertThat(longer).isEmpty();
    }

    private static void check(List<String> longer, Claim claim, String field, @Nullable String value, int most) {
        if (value != null && value.strip().split("\\s+").length > most) {
            longer.add(claim.said().id() + " " + field + " has more than " + most + " words");
        }
    }
}
