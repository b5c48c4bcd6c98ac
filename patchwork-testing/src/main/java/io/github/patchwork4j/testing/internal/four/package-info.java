/**
 * Patchwork 4.0, which shares the rows with 3.x and nothing else. Each class tells one thing that differs: the paths
 * ({@code Paths}), refusals ({@code Problem}), the login ({@code Access}), pages ({@code Paging}), filters ({@code Lists}),
 * fields ({@code Shapes}), dates ({@code Dates}), what a body may hold ({@code Body}), the writes, the downloads.
 */
@NullMarked
package io.github.patchwork4j.testing.internal.four;

import org.jspecify.annotations.NullMarked;
