package org.banggiao.publish.page;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.picture.PictureData;
import org.banggiao.publish.picture.Words;

/** The words of pictures, taken from where pages have theirs. */
final class PictureWords implements Words {
    private final ReleaseViews.View view;
    private final PictureData data;
    private final Prefixes prefixes;
    private final LocalAddress address;
    private final Texts texts;
    private final DateWords dates;
    private final Rows rows;

    PictureWords(
            ReleaseViews.View view,
            PictureData data,
            Prefixes prefixes,
            LocalAddress address,
            Texts texts,
            Links links) {
        this.view = view;
        this.data = data;
        this.prefixes = prefixes;
        this.address = address;
        this.texts = texts;
        this.dates = new DateWords(texts.language());
        this.rows = new Rows(view.terms(), texts, links);
    }

    @Override
    public String language() {
        return texts.language().code();
    }

    @Override
    public String get(String key, Object... values) {
        return texts.get(key, values);
    }

    @Override
    public String count(String key, long number) {
        return texts.count(key, number);
    }

    @Override
    public String number(BigDecimal number) {
        return Numbers.decimal(number, texts.language());
    }

    @Override
    public String date(String edtf) {
        return dates.ofText(edtf);
    }

    @Override
    public String dateAlone(String edtf) {
        return ValueText.capital(dates.ofText(edtf));
    }

    @Override
    public String name(Node resource) {
        return view.catalogue()
                .get(resource)
                .map(l -> l.label(language()))
                .or(() -> view.terms().label(resource, language()))
                .or(() -> data.label(resource, language()))
                .orElseGet(() -> resource.isURI()
                        ? prefixes.shorten(resource.getURI()).orElse(resource.getURI())
                        : resource.toString());
    }

    @Override
    public String name(Listed thing) {
        return rows.row(thing).what().text();
    }

    @Override
    public Optional<Node> sort(Listed thing) {
        return thing.types().stream()
                .filter(t ->
                        thing.types().stream().noneMatch(other -> view.terms().isNarrower(other, t)))
                .findFirst();
    }

    @Override
    public Optional<String> path(Node resource) {
        return resource.isURI() ? address.path(resource.getURI()) : Optional.empty();
    }
}
