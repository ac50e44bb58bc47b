package org.banggiao.graph;

/**
 * An extraction of one document: what went into it decides its address, so that the same work has the same one.
 *
 * @param document the document's id
 * @param fileSha256 SHA-256 of the source text's file
 * @param rulesSha256 SHA-256 of the rules that read it
 * @param lexicaSha256 SHA-256 of the authority data and word lists
 * @param version version of the program
 */
public record Run(String document, String fileSha256, String rulesSha256, String lexicaSha256, String version) {}
