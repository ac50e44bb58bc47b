package org.banggiao.graph;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.quantity.Amount;

/** What tells the label of one aid flow from those of others between the same actors: its stage, sum or first item. */
final class FlowWords {
    private static final int LONGEST = 60;

    private final Graph schema;

    FlowWords(Graph schema) {
        this.schema = schema;
    }

    /** What follows the label of a flow, such as {@code " (committed): 132,000,000 VND"}; empty where nothing is known. */
    String of(List<Claim> claims, Node stage, String language) {
        boolean isVietnamese = language.equals("vi");
        var detail = claims.stream()
                .map(AidFlow.class::cast)
                .sorted(Comparator.comparing(f -> !isExact(f)))
                .map(f -> detail(f, isVietnamese))
                .filter(d -> !d.isEmpty())
                .findFirst()
                .orElse("");
        return " (" + name(stage, language) + ")" + (detail.isEmpty() ? "" : ": " + detail);
    }

    /** Whether a claim gives sums, and each exactly: the sums on top are those of the first such claim. */
    private static boolean isExact(AidFlow flow) {
        return !flow.amounts().isEmpty()
                && flow.amounts().stream().allMatch(m -> m.amount().qualifier() == Amount.Qualifier.EXACT);
    }

    private static String detail(AidFlow flow, boolean isVietnamese) {
        if (!flow.amounts().isEmpty()) {
            var money = flow.amounts().get(0);
            return number(money.amount(), isVietnamese) + " " + money.currency();
        }
        if (flow.items().isEmpty()) {
            return "";
        }
        var item = flow.items().get(0);
        var number = item.amount() == null ? "" : number(item.amount(), isVietnamese) + " ";
        var words = cut(item.words());
        // An item is named in the words of the text, so that it stands in quotes among English ones.
        return number + (isVietnamese ? words : "“" + words + "”");
    }

    private static String cut(String words) {
        if (words.codePointCount(0, words.length()) <= LONGEST) {
            return words;
        }
        var start = words.substring(0, words.offsetByCodePoints(0, LONGEST));
        int space = start.lastIndexOf(' ');
        return (space < 0 ? start : start.substring(0, space)) + "…";
    }

    private static String number(Amount amount, boolean isVietnamese) {
        var value = format(amount.value(), isVietnamese);
        return switch (amount.qualifier()) {
            case EXACT -> value;
            case AT_LEAST -> (isVietnamese ? "hơn " : "over ") + value;
            case AT_MOST -> (isVietnamese ? "gần " : "nearly ") + value;
            case ABOUT -> (isVietnamese ? "khoảng " : "about ") + value;
            case BETWEEN -> value + "–" + format(amount.max(), isVietnamese);
        };
    }

    private static String format(BigDecimal number, boolean isVietnamese) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(isVietnamese ? '.' : ',');
        symbols.setDecimalSeparator(isVietnamese ? ',' : '.');
        var format = new DecimalFormat("#,##0.######", symbols);
        return format.format(number);
    }

    private String name(Node concept, String language) {
        return schema.find(concept, Vocabulary.PREF_LABEL, Node.ANY)
                .filterKeep(t -> t.getObject().getLiteralLanguage().equals(language))
                .nextOptional()
                .map(t -> t.getObject().getLiteralLexicalForm())
                .orElseThrow(() -> new IllegalStateException(
                        concept + " has no label in " + language + ": add one to the code list"));
    }
}
