package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.body.BodyReader;
import io.github.patchwork4j.testing.internal.body.Content;
import io.github.patchwork4j.testing.internal.change.CheckPosting;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.input.BadValue;
import io.github.patchwork4j.testing.internal.input.Field;
import io.github.patchwork4j.testing.internal.input.Given;
import io.github.patchwork4j.testing.internal.input.Input;
import io.github.patchwork4j.testing.internal.input.InvalidInput;
import io.github.patchwork4j.testing.internal.input.Texts;
import io.github.patchwork4j.testing.internal.input.Values;
import io.github.patchwork4j.testing.internal.list.Listings;
import io.github.patchwork4j.testing.internal.list.Source;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CheckState;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.text.PythonText;
import io.github.patchwork4j.testing.internal.view.CheckView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The checks of a patch, and the place where new ones are posted. */
final class ChecksEndpoint extends ListEndpoint<CheckRow> {
    private static final String STATE = "state";

    private final Permissions permissions;

    ChecksEndpoint(Listings listings, Permissions permissions) {
        super(
                "Check List Create",
                "get:\nList checks.\n\npost:\nCreate a check.",
                List.of("GET", "POST"),
                listings.checks(),
                call -> Source.of(call.world().checks().of(patch(call).id())),
                PageView.each(CheckView::detailed));
        this.permissions = permissions;
    }

    /** Refuses with the same words whether somebody is logged in or not, other than all other endpoints. */
    @Override
    Reply write(ApiCall call) {
        PatchRow patch = patch(call);
        if (!permissions.mayEdit(call.caller(), patch)) {
            throw ApiRefusal.notPermitted();
        }
        return post(call, patch);
    }

    private static Reply post(ApiCall call, PatchRow patch) {
        Content content = BodyReader.read(call.request());
        insistOnState(content);
        Input input = new Input(content, false, call.request().remarks());
        Given<UserRow> user =
                input.read(Values.reference("user", call.world(), call.world().users()));
        Given<CheckState> state = input.read(Field.of("state", ChecksEndpoint::state));
        Given<String> targetUrl = input.read(
                Texts.url("target_url", 200, call.world().libraries()).orNull());
        Given<String> context = input.read(Texts.slug("context", 255));
        Given<String> description =
                input.read(Texts.any("description", Integer.MAX_VALUE).orNull());
        input.finish();
        CheckRow check = new CheckPosting(call.world(), call.events())
                .add(new CheckRow(
                        Row.NONE,
                        patch.id(),
                        user.or(call.writer()).id(),
                        0,
                        state.or(CheckState.PENDING),
                        targetUrl.orNull(null),
                        context.or("default"),
                        description.orNull(null)));
        String location = call.urls().object("patches/" + patch.id() + "/checks", check.id());
        return Reply.created(to -> CheckView.detailed(to, check), location);
    }

    /** Asks for a state before anything else is looked at, even at whether there are fields. */
    private static void insistOnState(Content content) {
        boolean missing = content instanceof Content.Json json
                ? !(json.value() instanceof Map<?, ?> members)
                        || !members.containsKey(STATE)
                        || "".equals(members.get(STATE))
                : ((Content.Filled) content)
                        .entries().stream()
                                .filter(entry -> entry.name().equals(STATE))
                                .reduce((first, last) -> last)
                                .map(entry -> entry.value().equals(""))
                                .orElse(true);
        if (missing) {
            throw InvalidInput.of(STATE, "A check must have a state.");
        }
    }

    private static CheckState state(Object value) {
        String text = PythonText.print(value);
        if (PythonText.loneSurrogate(text) >= 0) {
            throw new ServerFault("no answer can quote half of a character");
        }
        return Arrays.stream(CheckState.values())
                .filter(state -> state.word().equals(value)
                        || Integer.toString(state.number()).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadValue("\"" + text + "\" is not a valid choice."));
    }

    /** Shows the form to everybody, for who may post is decided after the post has arrived. */
    @Override
    Form form(ApiCall call) {
        return new Form("POST", Forms.CHECK);
    }

    private static PatchRow patch(ApiCall call) {
        PatchRow patch = call.world().patches().find(call.id(0));
        if (patch == null) {
            throw ApiRefusal.notFound("Patch");
        }
        return patch;
    }
}
