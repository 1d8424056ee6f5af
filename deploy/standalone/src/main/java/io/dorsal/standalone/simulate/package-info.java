/** Plays simulated trials against a running stack, over MQTT and HTTP only. */
@NullMarked
package io.dorsal.standalone.simulate;

import org.jspecify.annotations.NullMarked;
