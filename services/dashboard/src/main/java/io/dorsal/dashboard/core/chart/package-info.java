/** Geometry of the charts: scales, paths, boxes, and the words on them. No figure is computed here. */
@NullMarked
package io.dorsal.dashboard.core.chart;

import org.jspecify.annotations.NullMarked;
