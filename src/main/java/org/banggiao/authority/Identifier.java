package org.banggiao.authority;

/**
 * The identifier of an entry elsewhere.
 *
 * @param scheme {@code wikidata}, {@code geonames} or {@code viaf}
 * @param value the identifier in that scheme ({@code Q819})
 * @param verified whether a source states it; false where it must be checked again before it is published
 * @param source the source that states it
 */
public record Identifier(String scheme, String value, boolean verified, String source) {}
