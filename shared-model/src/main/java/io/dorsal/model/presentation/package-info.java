/** How figures are written for people: on pages, on paper and in exports alike. */
@NullMarked
package io.dorsal.model.presentation;

import org.jspecify.annotations.NullMarked;
