package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckRef;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.EventPayload;
import io.github.patchwork4j.core.Headers;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PersonRef;
import io.github.patchwork4j.core.Series;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchworkJsonTest {
    private static final String PROJECT = "{'id':1,'url':'','name':'Core','link_name':'core',"
            + "'list_id':'core.lists.example.org','list_email':'core@lists.example.org','web_url':'','scm_url':'',"
            + "'webscm_url':'','commit_url_format':''}";
    private static final String PERSON = "{'id':1,'url':'','name':'','email':'alice@example.com'}";

    private final PatchworkJson json = PatchworkJson.builder().strict().build();

    @Test
    void aPatchOfFourZeroIsReadIntoTheSameType() {
        Patch patch = json.read(
                Patch.class,
                quote("{'$schema':'https://x/api/schemas/PatchDetail.json','id':7,"
                        + "'url':'https://x/api/1.3/patches/7/','project':" + PROJECT + ",'msgid':'<a@example.com>',"
                        + "'date':'2026-01-02T11:00:02.23665+01:00','name':'[v2,1/3] frob','pull_url':'','state':'Under Review',"
                        + "'archived':false,'hash':'','submitter':" + PERSON
                        + ",'delegate':null,'mbox':'https://x/api/1.3/p/',"
                        + "'series':[{'id':5,'url':'https://x/api/1.3/series/5/','date':'','name':'frob','version':0,"
                        + "'mbox':'https://x/'}],'comments':'https://x/c','check':'success','checks':'https://x/k',"
                        + "'tags':{'R':2},'related':[{'id':9,'url':'https://x/9','msgid':'','date':'','name':'other','mbox':''}],"
                        + "'headers':null,'content':'text','diff':'','prefixes':null}"));

        assertThat(patch.state()).isEqualTo(PatchState.UNDER_REVIEW);
        assertThat(patch.date()).isEqualTo(Instant.parse("2026-01-02T10:00:02.236650Z"));
        assertThat(patch.hash()).isEmpty();
        assertThat(patch.diff()).isEmpty();
        assertThat(patch.pullUrl()).hasValue("");
        assertThat(patch.commitRef()).isEmpty();
        assertThat(patch.headers()).isEqualTo(Headers.EMPTY);
        assertThat(patch.prefixes()).isEmpty();
        assertThat(patch.tags()).containsExactly(Map.entry("R", 2));
        assertThat(patch.submitter().name()).isEmpty();
        assertThat(patch.series()).singleElement().satisfies(series -> {
            assertThat(series.id()).isEqualTo(5);
            assertThat(series.date()).isEqualTo(Instant.EPOCH);
        });
        assertThat(patch.related())
                .extracting(PatchRef::id, PatchRef::messageId)
                .containsExactly(tuple(9L, MessageId.NONE));
    }

    @Test
    void nullsOfOldVersionsOfFourZeroCountAsLeftOut() {
        Series series = json.read(
                Series.class,
                quote("{'id':5,'url':'','project':" + PROJECT + ",'name':'frob',"
                        + "'date':'2026-01-02T10:00:02Z','submitter':" + PERSON
                        + ",'version':1,'total':1,'received_total':1,"
                        + "'received_all':true,'mbox':'','cover_letter':null,'patches':[],'dependencies':null,"
                        + "'dependents':null,'metadata':{'base':'v6.1'}}"));

        assertThat(series.dependencies()).isEmpty();
        assertThat(series.metadata()).hasValue(Map.of("base", "v6.1"));
    }

    @Test
    void eventsOfFourZeroNameTheirObjectsOnly() {
        Event event = json.read(
                Event.class,
                event(
                        "check-updated",
                        "{'patch':{'id':7,'msgid':'<a@example.com>','date':'2026-01-02T10:00:02Z','name':'frob'}}"));

        assertThat(event.actor()).isEmpty();
        assertThat(event.category()).isEqualTo(EventCategory.CHECK_UPDATED);
        assertThat(event.payload())
                .isInstanceOfSatisfying(
                        EventPayload.CheckUpdated.class,
                        payload -> assertThat(payload.patch().messageId()).isEqualTo(MessageId.of("a@example.com")));
    }

    @Test
    void anEventWhoseCategoryStandsBehindItsPayloadIsRead() {
        Event event = json.read(
                Event.class,
                quote("{'payload':{'cover':{'id':3,'msgid':'<c@example.com>',"
                        + "'date':'2026-01-02T10:00:02Z','name':'frob'}},'id':1,'project':" + PROJECT
                        + ",'date':'2026-01-02T10:00:02','category':'cover-created'}"));

        assertThat(event.payload()).isInstanceOf(EventPayload.CoverCreated.class);
    }

    @Test
    void thePayloadOfAnUnknownCategoryIsKept() {
        String text = event("patch-moved", "{'patch':{'id':2147483648},'why':[1.5,true,null,'x'],'to':null}");
        Event event = json.read(Event.class, text);

        Map<String, Object> values = new HashMap<>();
        values.put("patch", Map.of("id", 2147483648L));
        values.put("why", Arrays.asList(1.5, true, null, "x"));
        values.put("to", null);
        assertThat(event.payload())
                .isInstanceOfSatisfying(
                        EventPayload.Unknown.class,
                        payload -> assertThat(payload.values()).isEqualTo(values));
        assertThat(json.write(Event.class, event)).contains(quote("'to':null")).contains("2147483648}");
    }

    @Test
    void aPayloadThatIsNotWhatItShouldBeHidesNoEvent() {
        PatchworkJson lenient = PatchworkJson.create();

        assertThat(lenient.read(Event.class, event("patch-created", "null")).payload())
                .isInstanceOfSatisfying(
                        EventPayload.Unknown.class,
                        payload -> assertThat(payload.values()).isEmpty());
        assertThat(lenient.read(Event.class, event("patch-created", "{'patch':{'name':'x'}}"))
                        .payload())
                .isInstanceOf(EventPayload.Unknown.class);
        assertThatThrownBy(() -> json.read(Event.class, event("patch-created", "{'patch':{'name':'x'}}")))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void datesOfEventsAndChecksAreInTheZoneOfTheServer() {
        PatchworkJson canberra = PatchworkJson.builder()
                .serverZone(ZoneId.of("Australia/Canberra"))
                .build();
        String check = quote("{'id':1,'url':'','user':null,'date':'2026-11-20T20:54:50.489826','state':'success',"
                + "'target_url':null,'context':'build','description':null}");

        Check read = canberra.read(Check.class, check);

        assertThat(read.date()).isEqualTo(Instant.parse("2026-11-20T09:54:50.489826Z"));
        assertThat(read.state()).isEqualTo(CheckState.SUCCESS);
        assertThat(canberra.write(Check.class, read)).contains(quote("'date':'2026-11-20T20:54:50.489826'"));
        assertThat(PatchworkJson.builder().zonedDates().build().write(Check.class, read))
                .contains(quote("'date':'2026-11-20T09:54:50.489826Z'"));
    }

    @Test
    void aFieldThatIsNotKnownIsSkippedUnlessStrict() {
        String person = quote("{'id':1,'url':'','name':'A','email':'a@example.com','karma':[1,{}]}");

        assertThat(PatchworkJson.create().read(PersonRef.class, person).name()).hasValue("A");
        assertThatThrownBy(() -> json.read(PersonRef.class, person))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("unknown field karma of PersonRef at $.karma");
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertThatThrownBy(() -> json.read(PersonRef.class, quote("{'id':1,'url':'','name':'A'}")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("email");
        assertThatThrownBy(() -> json.read(PersonRef.class, quote("{'id':-1,'url':'','email':''}")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("id is negative: -1");
        assertThatThrownBy(() -> json.read(Cover.class, quote("{'date':'yesterday'}")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("no date: \"yesterday\" at $.date");
        assertThatThrownBy(() -> json.read(Cover.class, "<html>")).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> json.read(Cover.class, "")).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> json.read(Cover.class, "null")).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> json.read(Series.class, quote("{'patches':[null]}")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("$.patches");
    }

    @Test
    void whatIsWrongInAListIsToldWithThePlaceOfTheElement() {
        String good = "{'id':1,'name':'Alice','url':'','email':'alice@example.com'}";
        String bad = "{'id':2,'name':'Bob','url':''}";
        String odd = "{'id':-1,'url':'','email':'','x.y':{'z.z':[1]}}";

        assertThatThrownBy(() -> json.readList(PersonRef.class, quote("[" + good + "," + bad + "]")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("email")
                .hasMessageEndingWith(" at $[1]");
        assertThatThrownBy(() -> PatchworkJson.create().readList(PersonRef.class, quote("[" + good + "," + odd + "]")))
                .isInstanceOf(DecodeException.class)
                .hasMessageEndingWith(" at $[1]");
        assertThatThrownBy(() -> json.readList(PersonRef.class, "[{}]"))
                .isInstanceOf(DecodeException.class)
                .hasMessageEndingWith(" at $[0]");
        assertThatThrownBy(() -> json.readList(PersonRef.class, quote("[" + good + ",null]")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("$[1]");
        assertThatThrownBy(() -> json.readList(PatchState.class, "[null]"))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("$[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-11T08:00:01",
                "2026-05-11T08:00:01Z",
                "2026-05-11T08:00:01.000042",
                "2026-05-11T08:00:01.123456Z",
                "2026-05-11T08:00:01.5",
                "2026-05-11T08:00:01.123456789Z",
                "2026-05-11T08:00:01+02:00",
                "2026-05-11T08:00",
                "2024-02-29T23:59:59",
                "0000-01-01T00:00:00",
                "2026-03-29T02:30:00",
                "2026-10-25T02:30:00",
                "2023-02-29T00:00:00",
                "2026-05-11T24:00:00",
                "2026-13-01T00:00:00",
                "2026-05-11T08:00:60",
                "2026-05-11 08:00:01",
                "2026-05-11T08:00:01Z.12345",
                "2026-05-11T08:00:01.12345",
                "２026-05-11T08:00:01"
            })
    void datesAreWhatTheIsoFormOfJavaMakesOfThem(String text) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        PatchworkJson inBerlin = PatchworkJson.builder().serverZone(berlin).build();
        String check = quote("{'id':1,'url':'','date':'" + text + "','state':'success','context':'ci'}");

        Instant expected;
        try {
            TemporalAccessor date =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            expected = date instanceof ZonedDateTime zoned
                    ? zoned.toInstant()
                    : ((LocalDateTime) date).atZone(berlin).toInstant();
        } catch (DateTimeException e) {
            assertThatThrownBy(() -> inBerlin.read(CheckRef.class, check))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("no date: \"" + text + "\" at $.date");
            return;
        }
        assertThat(inBerlin.read(CheckRef.class, check).date()).isEqualTo(expected);
    }

    @Test
    void numbersBeyondAllBoundsDoNotHideAnEvent() {
        Event event = json.read(Event.class, event("brand-new", "{'a':1e99999999999,'b':9223372036854775808}"));

        assertThat(event.payload())
                .isInstanceOfSatisfying(
                        EventPayload.Unknown.class,
                        unknown -> assertThat(unknown.values())
                                .containsEntry("a", Double.POSITIVE_INFINITY)
                                .containsEntry("b", 9.223372036854776E18));
    }

    @Test
    void whatASeriesHoldsCannotBeChanged() {
        Series series = json.read(
                Series.class,
                quote("{'id':5,'url':'','project':" + PROJECT + ",'name':'frob','date':'2026-01-02T10:00:02Z',"
                        + "'submitter':" + PERSON + ",'version':1,'total':1,'received_total':1,'received_all':true,"
                        + "'mbox':'','cover_letter':null,'patches':[],'dependencies':['x'],'dependents':[],"
                        + "'metadata':{'z':'1','a':'2'}}"));

        assertThat(series.metadata().orElseThrow().keySet()).containsExactly("z", "a");
        assertThatThrownBy(() -> series.dependencies().orElseThrow().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> series.dependents().orElseThrow().add("y"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> series.metadata().orElseThrow().put("k", "v"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aListIsReadAsAWhole() {
        assertThat(json.readList(PersonRef.class, "[" + quote(PERSON) + "," + quote(PERSON) + "]"))
                .extracting(PersonRef::email)
                .containsExactly("alice@example.com", "alice@example.com");
        assertThat(json.readList(PersonRef.class, "[]")).isEmpty();
        for (String wrong : List.of("null", "{}", "[null]", "[{}]", "<html>")) {
            assertThatThrownBy(() -> json.readList(PersonRef.class, wrong))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("list");
        }
    }

    @Test
    void anEventWithoutAPayloadIsAnEvent() {
        Event event = json.read(
                Event.class,
                quote("{'id':1,'category':'patch-created','project':" + PROJECT + ",'date':'2026-01-02T10:00:02'}"));

        assertThat(event.payload())
                .isInstanceOfSatisfying(
                        EventPayload.Unknown.class,
                        payload -> assertThat(payload.values()).isEmpty());
    }

    @Test
    void jsonForPeopleIsIndented() {
        PersonRef person = json.read(PersonRef.class, quote(PERSON));

        assertThat(json.writeIndented(PersonRef.class, person).lines().toList())
                .isEqualTo(List.of(
                        "{",
                        "  \"email\": \"alice@example.com\",",
                        "  \"id\": 1,",
                        "  \"name\": null,",
                        "  \"url\": \"\"",
                        "}"));
    }

    private static String event(String category, String payload) {
        return quote("{'id':1,'category':'" + category + "','project':" + PROJECT
                + ",'date':'2026-01-02T10:00:02Z','payload':" + payload + "}");
    }

    private static String quote(String text) {
        return text.replace('\'', '"');
    }
}
