package org.banggiao.authority;

/** What an entry is; the order is the order in which readings of one name are given. */
public enum Kind {
    /** A country through all its regimes. */
    COUNTRY("countries.tsv"),
    /** A state in time: one regime of a country. */
    STATE("states.tsv"),
    /** A party, army, ministry, bank or international organisation. */
    ORGANISATION("organisations.tsv"),
    /** A post that persons hold. */
    OFFICE("offices.tsv"),
    PERSON("persons.tsv"),
    PLACE("places.tsv"),
    /** A part of the world that is no actor. */
    REGION("regions.tsv");

    private final String table;

    Kind(String table) {
        this.table = table;
    }

    /** Name of the file with the entries of this kind. */
    String table() {
        return table;
    }
}
