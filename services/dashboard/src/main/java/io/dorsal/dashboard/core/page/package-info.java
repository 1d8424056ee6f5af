/** What the page of one trial says: facts, figures with their explanation, tables. */
@NullMarked
package io.dorsal.dashboard.core.page;

import org.jspecify.annotations.NullMarked;
