/** What the page says of a trial's opioids, in words and tables. No figure is computed here, and no dose is advised. */
@NullMarked
package io.dorsal.dashboard.core.opioid;

import org.jspecify.annotations.NullMarked;
