/**
 * Measures extraction: records against gold records, by the matching and the measures of the record format's own scorer.
 */
@NullMarked
package org.banggiao.app.evaluate;

import org.jspecify.annotations.NullMarked;
