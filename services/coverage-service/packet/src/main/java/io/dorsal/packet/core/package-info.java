/** What an evidence packet is, and what can be wrong with one: values only. */
@NullMarked
package io.dorsal.packet.core;

import org.jspecify.annotations.NullMarked;
