/** Claims as RDF: vocabulary, addresses, evidence, the simple triples on top, permanent keys, and the checks on all of it. */
@NullMarked
package org.banggiao.graph;

import org.jspecify.annotations.NullMarked;
