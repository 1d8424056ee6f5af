/** One real Kafka node for a machine without Docker: start it, make its topics, say that it is ready. */
@NullMarked
package io.dorsal.broker;

import org.jspecify.annotations.NullMarked;
