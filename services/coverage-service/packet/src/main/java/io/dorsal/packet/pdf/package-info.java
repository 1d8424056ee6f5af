/** The file: a PDF with its attachments, signed as a whole. */
@NullMarked
package io.dorsal.packet.pdf;

import org.jspecify.annotations.NullMarked;
