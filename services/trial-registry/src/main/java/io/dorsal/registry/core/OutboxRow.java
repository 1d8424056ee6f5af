package io.dorsal.registry.core;

/** A message that waits for Kafka; ids ascend in the order in which the messages of one key were committed. */
public record OutboxRow(long id, Message message) {}
