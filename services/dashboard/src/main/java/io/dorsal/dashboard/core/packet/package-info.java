/** What the pages say of a trial's evidence packets. None of them is made, verified or compared here. */
@NullMarked
package io.dorsal.dashboard.core.packet;

import org.jspecify.annotations.NullMarked;
