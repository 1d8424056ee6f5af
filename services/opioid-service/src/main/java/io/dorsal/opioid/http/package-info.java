/** HTTP: outcomes as of any instant, under any shipped factor set. */
@NullMarked
package io.dorsal.opioid.http;

import org.jspecify.annotations.NullMarked;
