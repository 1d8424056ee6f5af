/** A module that breaks each rule once, so that {@code RulesBiteTest} sees the rules fail. */
@NullMarked
package io.dorsal.sample;

import org.jspecify.annotations.NullMarked;
