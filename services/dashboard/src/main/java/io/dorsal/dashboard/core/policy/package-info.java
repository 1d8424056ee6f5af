/** Policies in words that can be read aloud. */
@NullMarked
package io.dorsal.dashboard.core.policy;

import org.jspecify.annotations.NullMarked;
