/** What the service says of itself to machines: what it offers, what is in its data, and which standards it keeps to. */
@NullMarked
package org.banggiao.publish.catalog;

import org.jspecify.annotations.NullMarked;
