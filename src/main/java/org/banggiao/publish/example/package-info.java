/** The example queries: questions with the SPARQL that answers them, and their answers as text. */
@NullMarked
package org.banggiao.publish.example;

import org.jspecify.annotations.NullMarked;
