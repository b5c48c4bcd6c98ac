package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds who sent mails among the people of a world, and adds whom it does not know. */
final class People {
    private final World world;
    /** Which are found again; a person that is added elsewhere is found once by looking at all. */
    private final Map<String, Long> byEmail = new HashMap<>();

    People(World world) {
        this.world = world;
    }

    /** The person with that address, whatever its case, under the name that was given last. */
    long of(MailAddress sender) {
        String name = sender.name().isEmpty() ? null : sender.name();
        PersonRow known = find(sender.email());
        if (known == null) {
            PersonRow person = new PersonRow(world.people().lastId() + 1, name, sender.email(), Row.NONE);
            world.people().add(person);
            byEmail.put(key(sender.email()), person.id());
            return person.id();
        }
        if (name != null && !name.equals(known.name())) {
            world.people().replace(new PersonRow(known.id(), name, known.email(), known.user()));
        }
        return known.id();
    }

    private @Nullable PersonRow find(String email) {
        Long id = byEmail.get(key(email));
        if (id != null) {
            return world.people().find(id);
        }
        for (PersonRow person : world.people().all()) {
            if (person.email().equalsIgnoreCase(email)) {
                byEmail.put(key(email), person.id());
                return person;
            }
        }
        return null;
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
