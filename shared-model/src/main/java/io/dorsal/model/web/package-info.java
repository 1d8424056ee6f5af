/** Which requests of browsers are answered: there is no sign-in, so that loopback and this rule are the only fence. */
@NullMarked
package io.dorsal.model.web;

import org.jspecify.annotations.NullMarked;
