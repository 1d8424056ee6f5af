/** HTTP: outcomes as of any instant. */
@NullMarked
package io.dorsal.responder.http;

import org.jspecify.annotations.NullMarked;
