/** The one address of the stack: sends each request to the service that owns its path, and adds up what all say. */
@NullMarked
package io.dorsal.standalone.frontdoor;

import org.jspecify.annotations.NullMarked;
