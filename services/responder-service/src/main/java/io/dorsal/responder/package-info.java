/**
 * Facts from Kafka, merged into PostgreSQL; a responder outcome per trial, on HTTP and in a topic. {@link
 * io.dorsal.responder.ResponderMerge} is what this service makes of facts.
 */
@NullMarked
package io.dorsal.responder;

import org.jspecify.annotations.NullMarked;
