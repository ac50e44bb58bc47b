/** Running the service: whether it is well, what it measures, and what it notes of each request. */
@NullMarked
package org.banggiao.publish.operation;

import org.jspecify.annotations.NullMarked;
