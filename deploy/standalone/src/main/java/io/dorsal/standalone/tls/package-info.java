/** Certificates of one machine: a local authority, the gateway's certificate, and those of devices. */
@NullMarked
package io.dorsal.standalone.tls;

import org.jspecify.annotations.NullMarked;
