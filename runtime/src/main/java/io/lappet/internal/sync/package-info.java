/** Gates, permits and barriers. They know the seam and nothing of fabrics. */
@NullMarked
package io.lappet.internal.sync;

import org.jspecify.annotations.NullMarked;
