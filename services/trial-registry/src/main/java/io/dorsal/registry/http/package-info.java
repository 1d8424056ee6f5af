/** The HTTP paths of trials, reports and devices, and how an error is told. */
@NullMarked
package io.dorsal.registry.http;

import org.jspecify.annotations.NullMarked;
