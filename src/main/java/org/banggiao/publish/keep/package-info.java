/** What the service writes at the wish of others: bounded, only ever added to, and on the disk before anything is promised. */
@NullMarked
package org.banggiao.publish.keep;

import org.jspecify.annotations.NullMarked;
