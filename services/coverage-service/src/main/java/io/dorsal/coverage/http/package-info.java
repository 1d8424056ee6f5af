/** HTTP: policies, determinations as of any instant, the worklist. */
@NullMarked
package io.dorsal.coverage.http;

import org.jspecify.annotations.NullMarked;
