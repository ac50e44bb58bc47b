/** Endpoints of others: asked together with this one, within bounds and at configured addresses only. */
@NullMarked
package org.banggiao.publish.federation;

import org.jspecify.annotations.NullMarked;
