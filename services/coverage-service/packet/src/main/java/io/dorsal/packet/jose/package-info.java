/** JOSE: keys as JWK, the published key set, the detached JWS over a manifest. */
@NullMarked
package io.dorsal.packet.jose;

import org.jspecify.annotations.NullMarked;
