/**
 * A dataset to ask, and the immutable releases that it is opened from.
 *
 * <p>{@link org.banggiao.store.Store} is all that a reader sees: SPARQL queries over a dataset whose default graph is the
 * union of its named graphs. {@link org.banggiao.store.Releases} keeps the release folders and switches between them.
 */
@NullMarked
package org.banggiao.store;

import org.jspecify.annotations.NullMarked;
