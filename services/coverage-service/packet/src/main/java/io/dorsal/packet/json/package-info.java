/** The packet's own JSON: manifest, rules, and where two documents differ. */
@NullMarked
package io.dorsal.packet.json;

import org.jspecify.annotations.NullMarked;
