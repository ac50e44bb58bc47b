/** The service: its settings, its web server, the headers of every response, and what all of its parts share. */
@NullMarked
package org.banggiao.publish;

import org.jspecify.annotations.NullMarked;
