package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;

/**
 * A query to start from.
 *
 * @param name what it is called in addresses
 * @param title the question that it answers
 * @param query the query with its prefixes
 * @param href the query page with the query in its form
 */
public record Example(String name, String title, String query, String href) {
    /** Examples about what the release holds most of, so that they find something. */
    static List<Example> of(Catalogue catalogue, Prefixes prefixes, Texts texts, Links links) {
        var language = texts.language();
        var examples = new ArrayList<Example>();
        catalogue.list(Kind.COUNTRY).stream()
                .skip(1)
                .findFirst()
                .or(() -> catalogue.list(Kind.COUNTRY).stream().findFirst())
                .ifPresent(country -> {
                    var key = shorten(country, prefixes);
                    add(
                            examples,
                            "visits",
                            texts.get("example.visits", country.label(language.code())),
                            """
                            SELECT ?event ?label ?start WHERE {
                              ?event a bg:Visit ;
                                     bg:participantCountry %s ;
                                     rdfs:label ?label ;
                                     bg:start ?start .
                              FILTER(lang(?label) = "%s")
                            }
                            ORDER BY ?start
                            """.formatted(key, language.code()),
                            prefixes,
                            links);
                });
        aid(catalogue).ifPresent(flow -> {
            var set = flow.related(Vocabulary.DONOR_SET).stream().findFirst();
            var to = flow.related(Vocabulary.RECIPIENT_COUNTRY).stream().findFirst();
            if (set.isPresent() && to.isPresent()) {
                add(
                        examples,
                        "aid",
                        texts.get("example.aid"),
                        """
                        SELECT ?year ?unit (SUM(?value) AS ?total) WHERE {
                          ?flow bg:donorSet %s ;
                                bg:recipientCountry %s ;
                                bg:flowStage ?stage ;
                                bg:year ?year ;
                                bg:summableAmount ?amount .
                          ?amount bg:value ?value ;
                                  bg:unit ?unit .
                        }
                        GROUP BY ?year ?unit
                        ORDER BY ?year
                        """.formatted(
                                        prefixes.shorten(set.get().getURI())
                                                .orElse("<" + set.get().getURI() + ">"),
                                        prefixes.shorten(to.get().getURI())
                                                .orElse("<" + to.get().getURI() + ">")),
                        prefixes,
                        links);
            }
        });
        catalogue.list(Kind.EVENT).stream()
                .max((a, b) -> Integer.compare(weight(a), weight(b)))
                .ifPresent(event -> add(
                        examples,
                        "said",
                        texts.get("example.said", event.label(language.code())),
                        """
                        SELECT ?value ?source ?page WHERE {
                          %s bg:hasClaim ?claim .
                          ?claim said:date ?value ;
                                 said:statedIn ?passage .
                          ?passage oa:hasSource ?file .
                          ?source bg:hasFile ?file .
                          OPTIONAL { ?passage bg:page ?page }
                        }
                        """.formatted(shorten(event, prefixes)),
                        prefixes,
                        links));
        add(examples, "agreements", texts.get("example.agreements"), """
                SELECT ?year (COUNT(DISTINCT ?agreement) AS ?agreements) WHERE {
                  ?agreement a bg:Agreement ;
                             bg:year ?year .
                }
                GROUP BY ?year
                ORDER BY ?year
                """, prefixes, links);
        add(examples, "persons", texts.get("example.persons"), """
                SELECT ?person (COUNT(DISTINCT ?thing) AS ?things) WHERE {
                  ?thing bg:involvesPerson|bg:signedBy ?person .
                }
                GROUP BY ?person
                ORDER BY DESC(?things) ?person
                LIMIT 20
                """, prefixes, links);
        add(examples, "conflicts", texts.get("example.conflicts"), """
                SELECT ?thing ?property ?claim ?source WHERE {
                  ?thing bg:conflict ?conflict .
                  ?conflict bg:onProperty ?property ;
                            bg:conflictingClaim ?claim .
                  ?claim said:statedIn/oa:hasSource ?file .
                  ?source bg:hasFile ?file .
                }
                ORDER BY ?thing ?claim
                """, prefixes, links);
        return examples;
    }

    private static int weight(Listed event) {
        return event.claims()
                - (event.iri().getURI().contains("/id/event/") ? 0 : 1000)
                + (event.isDisputed() ? 100 : 0)
                - (event.types().isEmpty() ? 1000 : 0);
    }

    /** A flow of the donors and recipients of whom there are most. */
    private static Optional<Listed> aid(Catalogue catalogue) {
        var alike = new HashMap<List<Set<Node>>, Integer>();
        Listed most = null;
        int best = 0;
        for (var flow : catalogue.list(Kind.AID_FLOW)) {
            var pair = List.of(flow.related(Vocabulary.DONOR_SET), flow.related(Vocabulary.RECIPIENT_COUNTRY));
            if (pair.stream().noneMatch(Set::isEmpty) && alike.merge(pair, 1, Integer::sum) > best) {
                best = alike.getOrDefault(pair, 0);
                most = flow;
            }
        }
        return Optional.ofNullable(most);
    }

    private static void add(
            List<Example> examples, String name, String title, String body, Prefixes prefixes, Links links) {
        var query = prefixes.declare(body) + body.strip() + "\n";
        examples.add(new Example(name, title, query, links.query(query)));
    }

    private static String shorten(Listed listed, Prefixes prefixes) {
        return prefixes.shorten(listed.iri().getURI()).orElse("<" + listed.iri().getURI() + ">");
    }
}
