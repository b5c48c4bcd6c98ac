package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import java.io.IOException;

/** People, and the places where one is embedded. */
public final class PersonView {

    private PersonView() {}

    /**
     * Writes a person.
     *
     * @param to where and how
     * @param person the row
     * @throws IOException from the writer
     */
    public static void listed(Rendering to, PersonRow person) throws IOException {
        to.out().beginObject();
        fields(to, person);
        to.out().name("user");
        UserView.reference(to, person.user());
        to.out().endObject();
    }

    /**
     * Writes the sender of a mail.
     *
     * @param to where and how
     * @param person the person's id
     * @throws IOException from the writer
     */
    static void embedded(Rendering to, long person) throws IOException {
        to.out().beginObject();
        fields(to, to.world().people().get(person));
        to.out().endObject();
    }

    private static void fields(Rendering to, PersonRow person) throws IOException {
        JsonWriter out = to.out();
        out.name("id").value(person.id());
        out.name("url").value(to.urls().object("people", person.id()));
        out.name("name").value(person.name());
        out.name("email").value(person.email());
    }
}
