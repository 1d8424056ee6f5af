/** HTTP as every service of this kind speaks it: problems, pages, instants, entity tags. */
@NullMarked
package io.dorsal.merge.http;

import org.jspecify.annotations.NullMarked;
