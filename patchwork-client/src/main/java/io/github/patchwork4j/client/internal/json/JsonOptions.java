package io.github.patchwork4j.client.internal.json;

import io.github.patchwork4j.core.ApiVersion;
import java.time.ZoneId;

/**
 * How JSON is read and written.
 *
 * @param strict whether a field that the model does not have is an error, or skipped
 * @param serverZone the time zone of the dates that Patchwork 3.x sends in its own
 * @param mailZone the time zone of all other dates that do not tell theirs: UTC on 3.x, the server's own on 4.0
 * @param version the version of the API whose fields are written
 * @param zonedDates whether dates are written with a {@code Z}, as Patchwork 4.0 does, or without, as 3.x does
 */
public record JsonOptions(boolean strict, ZoneId serverZone, ZoneId mailZone, ApiVersion version, boolean zonedDates) {}
