/**
 * Evidence packets: put together, sealed, and verified. Stands on the cores of all three services, so that what a packet
 * says is computed again by the very code that computed it. {@link io.dorsal.packet.Verifier} is the order of checks.
 */
@NullMarked
package io.dorsal.packet;

import org.jspecify.annotations.NullMarked;
