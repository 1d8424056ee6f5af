/** What the page says of a trial under one policy and under all, in words and tables. No criterion is judged here. */
@NullMarked
package io.dorsal.dashboard.core.coverage;

import org.jspecify.annotations.NullMarked;
