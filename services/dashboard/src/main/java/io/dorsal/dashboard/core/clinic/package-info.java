/** A clinic's figures as a page shows them; coverage-service counts, nothing is computed here but the width of a bar. */
@NullMarked
package io.dorsal.dashboard.core.clinic;

import org.jspecify.annotations.NullMarked;
