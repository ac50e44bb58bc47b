/** Queries that keep their address: where they are kept, what names them, the digest of what they give, how they are cited. */
@NullMarked
package org.banggiao.publish.permanent;

import org.jspecify.annotations.NullMarked;
