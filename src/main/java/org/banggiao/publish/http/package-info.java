/** HTTP as every part of the service speaks it: content negotiation and errors that say what to do. */
@NullMarked
package org.banggiao.publish.http;

import org.jspecify.annotations.NullMarked;
