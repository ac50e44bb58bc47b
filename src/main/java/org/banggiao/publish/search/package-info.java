/**
 * Search that knows Vietnamese: an index of names inside each release, and what pages, clients and queries ask of it. Lucene
 * is used here and nowhere else; no text of a user is ever read as Lucene's query language.
 */
@NullMarked
package org.banggiao.publish.search;

import org.jspecify.annotations.NullMarked;
