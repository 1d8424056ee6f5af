/** The stimulators' way to the platform. */
@NullMarked
package io.dorsal.standalone.simulate.mqtt;

import org.jspecify.annotations.NullMarked;
