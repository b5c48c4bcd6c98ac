package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds who sent mails among the people of a world, and adds whom it does not know, under the name that was given last. */
final class People {
    private final World world;
    /** Which are found again; a person that is added elsewhere is found once by looking at all. */
    private final Map<String, Long> byEmail = new HashMap<>();

    People(World world) {
        this.world = world;
    }

    /** The person with that address, whatever its case. A mail without a name leaves the name that is known. */
    long of(MailAddress sender) {
        PersonRow known = find(sender.email());
        String old = known == null ? null : known.name();
        return store(known, sender.name().isEmpty() ? old : sender.name(), sender.email());
    }

    /** The same for 4.0, where a mail without a name takes the name away, and addresses are in small letters. */
    long inSmallLetters(MailAddress sender) {
        String name = sender.name().isEmpty() ? null : sender.name();
        return store(find(sender.email()), name, key(sender.email()));
    }

    private long store(@Nullable PersonRow known, @Nullable String name, String email) {
        if (known == null) {
            PersonRow person = new PersonRow(world.people().lastId() + 1, name, email, Row.NONE);
            world.people().add(person);
            byEmail.put(key(email), person.id());
            return person.id();
        }
        if (!Objects.equals(name, known.name())) {
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
