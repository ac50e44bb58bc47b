package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.Listed;

/** The words of pictures in the reader's language. */
public interface Words {
    /** The language (BCP 47). */
    String language();

    /** The words of a key with what is filled in. */
    String get(String key, Object... values);

    /** A number of something. */
    String count(String key, long number);

    /** A number as the language writes it. */
    String number(BigDecimal number);

    /** A date as the data write it (EDTF), in words; other text as it is. */
    String date(String edtf);

    /** The same where it stands by itself, as in a table. */
    String dateAlone(String edtf);

    /** What a resource, class or concept is called; its short address where it is called nothing. */
    String name(Node resource);

    /** What a thing is called, without its date. */
    String name(Listed thing);

    /** What sort of its kind a thing is, by the narrowest of its types. */
    Optional<Node> sort(Listed thing);

    /** The path of the page of a resource here, such as {@code /id/country/laos}. */
    Optional<String> path(Node resource);

    /** A whole number as the language writes it. */
    default String number(long number) {
        return number(BigDecimal.valueOf(number));
    }
}
