package org.banggiao.publish.page;

import java.util.List;

/**
 * What others call things here, and what is known here under their identifiers.
 *
 * @param asked what was asked for, as it was written
 * @param found the things that are known by it
 * @param sites how many identifiers of each site there are
 * @param formats the same as data, where something was asked for
 */
public record LookupPage(List<String> asked, List<Found> found, List<Site> sites, List<Frame.Alternate> formats) {
    /**
     * A thing.
     *
     * @param asked by what it was found
     * @param kind what sort of thing it is; empty where no list knows it
     * @param others all that it is called elsewhere, with the relation
     */
    public record Found(String asked, Value thing, String kind, List<Value> others) {}

    /** A site and how many of its identifiers are known. */
    public record Site(String name, int links) {}
}
