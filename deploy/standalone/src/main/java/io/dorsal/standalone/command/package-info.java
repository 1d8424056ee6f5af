/** The words of {@code ./dorsal}, one class each. */
@NullMarked
package io.dorsal.standalone.command;

import org.jspecify.annotations.NullMarked;
