/** What a source claims, resolved, with its evidence; and the merging of claims that speak of the same thing. */
@NullMarked
package org.banggiao.claim;

import org.jspecify.annotations.NullMarked;
