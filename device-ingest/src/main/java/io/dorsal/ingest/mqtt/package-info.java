/** The edge towards devices: sockets, packets, back-pressure. */
@NullMarked
package io.dorsal.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
