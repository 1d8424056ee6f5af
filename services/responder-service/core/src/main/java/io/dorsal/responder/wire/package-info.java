/** Facts and rules as JSON: what responder-service hands out, and what an evidence packet encloses. */
@NullMarked
package io.dorsal.responder.wire;

import org.jspecify.annotations.NullMarked;
