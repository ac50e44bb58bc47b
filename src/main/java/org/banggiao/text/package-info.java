/**
 * From the characters of a source text to sentences: repair, layout, notes tied to their marks, pages, headings, syllables.
 * Every repaired character knows its place in the source text.
 */
@NullMarked
package org.banggiao.text;

import org.jspecify.annotations.NullMarked;
