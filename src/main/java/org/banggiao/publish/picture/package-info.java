/**
 * Pictures of what a release holds: along time, on a map, sums of aid, who met whom, the life of an agreement. Each is drawn once, as
 * shapes, and written as SVG or painted as PNG from these; it has the numbers that it shows as a table, and the query that gives
 * them. What may not be added is not, and each picture says what it leaves out. The words come from outside, in the reader's language.
 */
@NullMarked
package org.banggiao.publish.picture;

import org.jspecify.annotations.NullMarked;
