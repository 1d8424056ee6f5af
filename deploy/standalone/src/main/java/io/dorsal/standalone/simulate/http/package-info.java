/** The clinics' and patients' way to the platform. */
@NullMarked
package io.dorsal.standalone.simulate.http;

import org.jspecify.annotations.NullMarked;
