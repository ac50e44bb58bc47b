package org.banggiao.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Aid flows on top. Donors, recipients, stage, terms and category are those of the earliest passage that gives them. Sums of
 * money are those of the claim that gives them most exactly, of equals the earliest; where another claim's sum in the same
 * currency cannot be the same, that is a conflict and nothing of the flow is summed.
 */
final class AidLayer {
    private static final BigDecimal ABOUT = new BigDecimal("0.2");

    private final Iris iris;
    private final Actors actors;
    private final Currencies currencies;
    private final Goods goods;
    private final InstrumentNames instruments;
    private final Conflicts conflicts;
    private final QuadSink sink;
    private final List<Sums.Flow> flows = new ArrayList<>();
    private final Map<Node, Node> sharesOnly = new HashMap<>();
    private final List<Under> under = new ArrayList<>();
    private final Map<Node, Set<String>> donorSets = new HashMap<>();
    private final TreeMap<String, String> unlistedCurrencies = new TreeMap<>();

    private record Under(Node flow, String name) {}

    AidLayer(Iris iris, Actors actors, Graph schema, InstrumentNames instruments, Conflicts conflicts, QuadSink sink) {
        this.iris = iris;
        this.actors = actors;
        this.currencies = Currencies.from(schema);
        this.goods = new Goods(schema, sink);
        this.instruments = instruments;
        this.conflicts = conflicts;
        this.sink = sink;
    }

    void describe(Node node, Subject subject, Node stage, Deciding deciding, @Nullable DateDecision date) {
        var first = (AidFlow) subject.claims().get(0);
        sink.add(node, Vocabulary.TYPE, Vocabulary.AID_FLOW);
        var period = date == null ? null : date.date();
        var donors = roles(node, deciding, Vocabulary.DONOR, Vocabulary.DONOR_COUNTRY, AidFlow::donors, period);
        var recipients =
                roles(node, deciding, Vocabulary.RECIPIENT, Vocabulary.RECIPIENT_COUNTRY, AidFlow::recipients, period);
        var donorSet = donors.isEmpty() ? null : iris.donorSet(donors);
        if (donorSet != null) {
            sink.add(node, Vocabulary.DONOR_SET, donorSet);
            donorSets.put(donorSet, donors);
        }
        sink.add(node, Vocabulary.FLOW_STAGE, stage);
        deciding.note(first, Vocabulary.FLOW_STAGE);
        var terms = deciding.first(
                        Vocabulary.FINANCE_TYPE,
                        c -> flow(c).terms() == AidFlow.Terms.UNSPECIFIED ? null : flow(c).terms())
                .orElse(AidFlow.Terms.UNSPECIFIED);
        sink.add(node, Vocabulary.FINANCE_TYPE, GuideTerms.financeType(terms));
        var sector = deciding.first(
                Vocabulary.SECTOR, c -> GuideTerms.sector(flow(c).category()).orElse(null));
        sector.ifPresent(s -> sink.add(node, Vocabulary.SECTOR, s));
        deciding.first(
                        Vocabulary.AID_TYPE,
                        c -> GuideTerms.aidType(flow(c).category()).orElse(null))
                .ifPresent(t -> sink.add(node, Vocabulary.AID_TYPE, t));
        deciding.first(Vocabulary.UNDER_AS_PRINTED, c -> flow(c).under()).ifPresent(name -> {
            sink.text(node, Vocabulary.UNDER_AS_PRINTED, name, "vi");
            under.add(new Under(node, name));
        });
        goods.describe(node, deciding.union(Vocabulary.ITEM, c -> flow(c).items()))
                .filter(b -> subject.claims().stream()
                        .allMatch(c -> flow(c).amounts().isEmpty()))
                .ifPresent(b -> sharesOnly.put(node, b));
        var money = money(node, subject, deciding);
        var principal = amounts(node, money.best(), period);
        flows.add(new Sums.Flow(
                node,
                donorSet,
                recipients,
                stage,
                terms,
                sector.orElse(null),
                period,
                money.best().size(),
                money.isDisputed(),
                principal.orElse(null)));
    }

    /** What needs all flows: sums, donor sets, instruments by name, currencies that the list lacks. */
    void describeSums() {
        var sums = Sums.of(flows);
        for (var flow : flows) {
            var decision = sums.get(flow.node());
            if (decision == null) {
                throw new IllegalStateException("no decision on " + flow.node());
            }
            sink.add(flow.node(), Vocabulary.SUMMABILITY, Iris.code("summability", decision.reason()));
            sink.add(flow.node(), Vocabulary.PART_OF, decision.whole());
            if (decision.isSummable() && flow.principal() != null) {
                sink.add(
                        flow.node(),
                        Vocabulary.SUMMABLE_AMOUNT,
                        flow.principal().node());
            }
        }
        for (var it : under) {
            instruments.named(it.name()).ifPresent(i -> sink.add(it.flow(), Vocabulary.UNDER_INSTRUMENT, i));
        }
        flows.forEach(this::shares);
        donorSets.forEach(this::donorSet);
        unlistedCurrencies.forEach((code, iri) -> {
            var node = NodeFactory.createURI(iri);
            sink.add(node, Vocabulary.TYPE, Vocabulary.CONCEPT);
            sink.label(node, code, code);
            sink.text(node, Vocabulary.RECORD_CODE, code);
        });
    }

    /** Ties shares that a passage gives by themselves to the one sum of the same donors, recipients, stage and period. */
    private void shares(Sums.Flow part) {
        var breakdown = sharesOnly.get(part.node());
        if (breakdown != null && part.period() != null) {
            var wholes = flows.stream()
                    .filter(w -> w.amounts() > 0 && w.stage().equals(part.stage()))
                    .filter(w -> Objects.equals(w.donorSet(), part.donorSet())
                            && w.recipients().equals(part.recipients()))
                    .filter(w -> w.period() != null && w.period().equals(part.period()))
                    .toList();
            if (wholes.size() == 1) {
                sink.add(wholes.get(0).node(), Vocabulary.BREAKDOWN, breakdown);
                sink.add(part.node(), Vocabulary.PART_OF, wholes.get(0).node());
            }
        }
    }

    private void donorSet(Node set, Set<String> members) {
        sink.add(set, Vocabulary.TYPE, Vocabulary.DONOR_SET_CLASS);
        members.forEach(m -> sink.add(set, Vocabulary.DONOR_SET_MEMBER, iris.ofKey(m)));
        sink.label(
                set,
                members.stream().map(m -> actors.names(m).vi()).collect(Collectors.joining(" và ")),
                members.stream().map(m -> actors.names(m).en()).collect(Collectors.joining(" and ")));
    }

    private static AidFlow flow(Claim claim) {
        return (AidFlow) claim;
    }

    /** The roles of the first claim that names any: a union would make givers of one account givers of the other's gift. */
    private Set<String> roles(
            Node node,
            Deciding deciding,
            Node property,
            Node countryProperty,
            Function<AidFlow, List<ActorRef>> roles,
            @Nullable HistoricalDate on) {
        var refs = deciding.first(property, c -> roles.apply(flow(c)).isEmpty() ? null : roles.apply(flow(c)))
                .orElse(List.of());
        var members = new TreeSet<String>();
        for (var ref : refs) {
            var actor = actors.actor(ref, on);
            sink.add(node, property, actor.iri());
            if (actor.country() != null) {
                sink.add(node, countryProperty, iris.ofKey(actor.country()));
            }
            members.add(actor.member());
        }
        return members;
    }

    private record Decided(List<Money> best, boolean isDisputed) {}

    private Decided money(Node node, Subject subject, Deciding deciding) {
        var withMoney = subject.claims().stream()
                .filter(c -> !flow(c).amounts().isEmpty())
                .toList();
        if (withMoney.isEmpty()) {
            return new Decided(List.of(), false);
        }
        var best = withMoney.stream()
                .filter(c -> flow(c).amounts().stream().allMatch(m -> m.amount().qualifier() == Amount.Qualifier.EXACT))
                .findFirst()
                .orElse(withMoney.get(0));
        deciding.note(best, Vocabulary.AMOUNT);
        var against = withMoney.stream()
                .filter(c -> !agree(flow(best).amounts(), flow(c).amounts()))
                .toList();
        if (!against.isEmpty()) {
            var all = withMoney.stream()
                    .filter(c -> c == best || against.contains(c))
                    .toList();
            conflicts.describe(node, "amount", Vocabulary.AMOUNT, all);
        }
        return new Decided(flow(best).amounts(), !against.isEmpty());
    }

    /** Whether the first sums in each currency that both give can be the same. */
    private static boolean agree(List<Money> a, List<Money> b) {
        for (var x : a) {
            var same = b.stream().filter(y -> y.currency().equals(x.currency())).toList();
            if (!same.isEmpty()
                    && same.stream()
                            .noneMatch(y -> low(x.amount()).compareTo(high(y.amount(), x.amount())) <= 0
                                    && low(y.amount()).compareTo(high(x.amount(), y.amount())) <= 0)) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal low(Amount amount) {
        return switch (amount.qualifier()) {
            case EXACT, AT_LEAST, BETWEEN -> amount.value();
            case AT_MOST, ABOUT -> amount.value().subtract(amount.value().multiply(ABOUT));
        };
    }

    /** Upper end of what an amount can be; where it is open, as far up as the other needs. */
    private static BigDecimal high(Amount amount, Amount other) {
        return switch (amount.qualifier()) {
            case EXACT, AT_MOST, BETWEEN -> amount.max();
            case ABOUT -> amount.value().add(amount.value().multiply(ABOUT));
            case AT_LEAST -> amount.value().max(other.max());
        };
    }

    /** Writes the amounts; gives the principal one, where the text decides which it is. */
    private Optional<Sums.Principal> amounts(Node node, List<Money> money, @Nullable HistoricalDate period) {
        int principal = principal(money);
        Sums.Principal result = null;
        for (int i = 0; i < money.size(); i++) {
            var it = money.get(i);
            var amount = Iris.part(node, "amount", i + 1);
            var unit = currency(it.currency(), period);
            sink.add(node, Vocabulary.AMOUNT, amount);
            sink.add(amount, Vocabulary.TYPE, Vocabulary.AMOUNT_CLASS);
            Goods.number(sink, amount, it.amount());
            sink.add(amount, Vocabulary.UNIT, unit);
            if (principal >= 0) {
                boolean isSameUnit = it.currency().equals(money.get(principal).currency());
                var role = i == principal ? "principal" : isSameUnit ? "component" : "restated";
                sink.add(amount, Vocabulary.AMOUNT_ROLE, Iris.code("amountrole", role));
            }
            if (i == principal) {
                result = new Sums.Principal(
                        amount, it.currency(), unit, it.amount().value());
            }
        }
        return Optional.ofNullable(result);
    }

    /** Which sum is the whole: the only one of the first sum's currency, or the one that is the total of the others; or -1. */
    private static int principal(List<Money> money) {
        if (money.isEmpty()) {
            return -1;
        }
        var currency = money.get(0).currency();
        var same = new ArrayList<Integer>();
        for (int i = 0; i < money.size(); i++) {
            if (money.get(i).currency().equals(currency)) {
                same.add(i);
            }
        }
        if (same.size() == 1) {
            return same.get(0);
        }
        var total = same.stream().map(i -> money.get(i).amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i : same) {
            var value = money.get(i).amount().value();
            if (same.size() > 2 && value.add(value).compareTo(total) == 0) {
                return i;
            }
        }
        return -1;
    }

    private Node currency(String code, @Nullable HistoricalDate period) {
        var unit = currencies.of(code, period);
        if (!currencies.isListed(unit)) {
            unlistedCurrencies.put(code, unit.getURI());
        }
        return unit;
    }
}
