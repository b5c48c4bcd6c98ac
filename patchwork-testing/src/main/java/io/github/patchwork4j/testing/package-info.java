/**
 * A fake Patchwork server for tests, its assertions and its JUnit extension; {@link FakePatchwork} is where to begin.
 *
 * <h2 id="snapshot">The snapshot format</h2>
 *
 * A world is one JSON object. First come the lists as API 1.4 shows them to somebody who may see everything:
 *
 * <ul>
 *   <li>{@code projects}, {@code users} (with {@code settings}, if they can log in), {@code people}, {@code patches},
 *       {@code covers} and {@code series} in the detail form, {@code bundles}, also private ones;
 *   <li>{@code patch_comments}, {@code cover_comments} and {@code checks}, each with the id of what it belongs to as an
 *       additional member {@code patch} or {@code cover};
 *   <li>{@code events}, oldest first.
 * </ul>
 *
 * Of objects inside other objects only the {@code id} counts, and urls are not read at all. Then follow
 *
 * <ul>
 *   <li>{@code about}: texts about the snapshot; {@code origin} is that of the urls in it;
 *   <li>{@code states}: the states of patches with {@code id}, {@code slug}, {@code name}, {@code ordering} and
 *       {@code action_required};
 *   <li>{@code hidden}: what no API shows. {@code accounts} (passwords, tokens, flags, {@code profile_id}, the projects a
 *       user {@code maintains}, settings), {@code projects} ({@code use_tags}, {@code send_notifications}),
 *       {@code patches} ({@code series}, {@code number}, {@code relation}, {@code raw_headers}), {@code covers},
 *       {@code patch_comments} and {@code cover_comments} ({@code raw_headers}), {@code series} ({@code cover}, in 4.0 also {@code metadata}),
 *       {@code series_dependencies} (pairs of ids, the second one is needed), {@code series_references} (project,
 *       Message-Id, series), {@code bundle_patch_order}, {@code delegation_rules}, {@code last_id} (by kind of object, the
 *       next one gets one more) and {@code server_time_zone}; and where there are any {@code webhooks} ({@code id},
 *       {@code project}, {@code url}, {@code secret}, {@code events} as words with commas between, {@code active},
 *       {@code created}), {@code event_troubles} (names of {@link EventTrouble} in small letters) and {@code late_events} (pairs of
 *       an event's id and the time in UTC from when on it is shown).
 * </ul>
 *
 * Every part may be left out. Without accounts nobody can log in, and maintainers are those that the projects name; without
 * raw headers they are put together from {@code headers}.
 */
@NullMarked
package io.github.patchwork4j.testing;

import org.jspecify.annotations.NullMarked;
