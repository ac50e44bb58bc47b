/** The SPARQL 1.1 protocol for queries at {@code /sparql}: Fuseki's dispatch, our own processor over the current store. */
@NullMarked
package org.banggiao.publish.sparql;

import org.jspecify.annotations.NullMarked;
