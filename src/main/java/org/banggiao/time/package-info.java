/** Dates as history gives them: grain, doubt, ranges, open ends and alternatives; their text form is EDTF (ISO 8601-2). */
@NullMarked
package org.banggiao.time;

import org.jspecify.annotations.NullMarked;
