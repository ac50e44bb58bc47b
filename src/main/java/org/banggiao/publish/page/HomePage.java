package org.banggiao.publish.page;

import java.util.List;

/**
 * The start page.
 *
 * @param heading what stands above it
 * @param lede what is in the graph, in a sentence
 * @param counts how many there are of each kind
 * @param countries the countries that are named most
 * @param years the years with how many events they have
 * @param persons the persons who are named most
 * @param sources the sources
 * @param told what most passages speak of
 * @param disputed where claims differ
 * @param examples queries to start from
 * @param endpoint the address of the endpoint
 * @param curl a command that asks it
 * @param example the path of a resource, to show its formats
 * @param about what the deployment says of its data, in paragraphs
 */
public record HomePage(
        String heading,
        String lede,
        List<Chip> counts,
        List<Chip> countries,
        List<Chip> years,
        List<Chip> persons,
        List<Row> sources,
        List<Row> told,
        List<Row> disputed,
        long disputedCount,
        List<Example> examples,
        String endpoint,
        String curl,
        String example,
        List<String> about) {}
