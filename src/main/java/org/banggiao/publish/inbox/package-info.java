/** Links from records of archives to what is described here: told by notifications, held until somebody has looked, then laid over the release. */
@NullMarked
package org.banggiao.publish.inbox;

import org.jspecify.annotations.NullMarked;
