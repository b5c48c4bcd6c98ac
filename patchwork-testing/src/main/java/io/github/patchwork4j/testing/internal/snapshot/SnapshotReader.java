package io.github.patchwork4j.testing.internal.snapshot;

import com.squareup.moshi.JsonReader;
import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CheckState;
import io.github.patchwork4j.testing.internal.state.DelegationRule;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.SeriesReference;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.WebhookRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import okio.BufferedSource;
import okio.Okio;

/** Builds a world from a snapshot. */
public final class SnapshotReader {
    private final World world = new World();
    private final JsonObject root;
    private final JsonObject hidden;

    private SnapshotReader(JsonObject root) {
        this.root = root;
        this.hidden = root.object("hidden");
    }

    /**
     * Reads a snapshot.
     *
     * @param source JSON in UTF-8; it is not closed
     * @return a new world
     * @throws IOException if the source cannot be read or is no JSON
     * @throws IllegalArgumentException if the JSON is no snapshot
     */
    public static World read(BufferedSource source) throws IOException {
        JsonObject root = JsonObject.of(JsonReader.of(source).readJsonValue());
        try {
            World world = new SnapshotReader(root).world();
            showEverything(world);
            return world;
        } catch (DateTimeException | NoSuchElementException | ClassCastException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the snapshot is not consistent: " + e.getMessage(), e);
        }
    }

    /** Writes the world to nowhere, so that whatever refers to something that is missing is found before a client asks for it. */
    private static void showEverything(World world) throws IOException {
        SnapshotWriter.write(world, Okio.buffer(Okio.blackhole()));
    }

    private World world() {
        JsonObject about = root.object("about");
        about.members().keySet().forEach(name -> world.about().put((String) name, about.text((String) name)));
        states();
        UserReader.read(root, world);
        for (JsonObject person : root.objects("people")) {
            world.people()
                    .add(new PersonRow(
                            person.id("id"), person.optionalText("name"), person.text("email"), person.idOf("user")));
        }
        series();
        MailReader.read(root, world);
        checks();
        bundles();
        EventReader.read(root, world);
        rest();
        return world;
    }

    private void states() {
        for (JsonObject state : root.objects("states")) {
            world.states()
                    .add(new StateRow(
                            state.id("id"),
                            state.text("slug"),
                            state.text("name"),
                            state.number("ordering", 0),
                            state.flag("action_required", false)));
        }
    }

    private void series() {
        Map<Long, JsonObject> more = byId(hidden.objects("series"));
        for (JsonObject series : root.objects("series")) {
            long id = series.id("id");
            JsonObject extra = more.getOrDefault(id, JsonObject.of(null));
            world.series()
                    .add(new SeriesRow(
                            id,
                            series.idOf("project"),
                            series.optionalText("name"),
                            Micros.parse(series.text("date")),
                            series.idOf("submitter"),
                            series.number("version", 1),
                            series.number("total", 1),
                            extra.has("cover") ? extra.id("cover") : series.idOf("cover_letter")));
            JsonObject metadata = extra.object("metadata");
            if (!metadata.members().isEmpty()) {
                Map<String, String> texts = new HashMap<>();
                metadata.members().keySet().forEach(key -> texts.put((String) key, metadata.text((String) key)));
                world.series().setMetadata(id, texts);
            }
        }
        for (Object pair : hidden.values("series_dependencies")) {
            List<?> ids = JsonObject.list(pair);
            world.series().addDependency(JsonObject.number(ids.get(0)), JsonObject.number(ids.get(1)));
        }
    }

    private void checks() {
        for (JsonObject check : root.objects("checks")) {
            world.checks()
                    .add(new CheckRow(
                            check.id("id"),
                            check.id("patch"),
                            check.idOf("user"),
                            Micros.parse(check.text("date")),
                            CheckState.of(check.text("state")),
                            check.optionalText("target_url"),
                            check.text("context"),
                            check.optionalText("description")));
        }
    }

    private void bundles() {
        JsonObject order = hidden.object("bundle_patch_order");
        for (JsonObject bundle : root.objects("bundles")) {
            long id = bundle.id("id");
            List<Long> patches = order.has(Long.toString(id))
                    ? order.ids(Long.toString(id))
                    : bundle.objects("patches").stream()
                            .map(patch -> patch.id("id"))
                            .toList();
            world.bundles()
                    .add(new BundleRow(
                            id,
                            bundle.idOf("project"),
                            bundle.text("name"),
                            bundle.idOf("owner"),
                            bundle.flag("public", false),
                            patches));
        }
    }

    private void rest() {
        for (Object reference : hidden.values("series_references")) {
            List<?> parts = JsonObject.list(reference);
            world.seriesReferences()
                    .add(new SeriesReference(
                            JsonObject.number(parts.get(0)), (String) parts.get(1), JsonObject.number(parts.get(2))));
        }
        for (JsonObject rule : hidden.objects("delegation_rules")) {
            world.delegationRules()
                    .add(new DelegationRule(
                            rule.id("project"), rule.id("user"), rule.text("path"), rule.number("priority", 0)));
        }
        Map<String, Table<?>> tables = LastIds.tables(world);
        JsonObject lastIds = hidden.object("last_id");
        for (Object kind : lastIds.members().keySet()) {
            String name = (String) kind;
            Table<?> table = tables.get(name);
            if (table == null) {
                world.otherLastIds().put(name, lastIds.id(name));
            } else {
                table.reserve(lastIds.id(name));
            }
        }
        if (hidden.has("server_time_zone")) {
            world.setTimeZone(hidden.text("server_time_zone"));
        }
        webhooks();
        eventTroubles();
    }

    private void webhooks() {
        for (JsonObject webhook : hidden.objects("webhooks")) {
            world.webhooks()
                    .add(new WebhookRow(
                            webhook.id("id"),
                            webhook.id("project"),
                            webhook.text("url"),
                            webhook.text("secret"),
                            webhook.text("events"),
                            webhook.flag("active", true),
                            Micros.parse(webhook.text("created"))));
        }
    }

    private void eventTroubles() {
        for (Object trouble : hidden.values("event_troubles")) {
            world.events().troubles().add(trouble(String.valueOf(trouble)));
        }
        for (Object late : hidden.values("late_events")) {
            List<?> parts = JsonObject.list(late);
            world.events().hideUntil(JsonObject.number(parts.get(0)), Instant.parse((String) parts.get(1)));
        }
    }

    private static EventTrouble trouble(String name) {
        return Arrays.stream(EventTrouble.values())
                .filter(trouble -> trouble.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no trouble of events is called \"" + name + "\""));
    }

    static Map<Long, JsonObject> byId(List<JsonObject> objects) {
        Map<Long, JsonObject> byId = new HashMap<>();
        objects.forEach(object -> byId.put(object.id("id"), object));
        return byId;
    }
}
