package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import java.util.List;

/**
 * A person's name and address in a header.
 *
 * @param name the name, decoded and without quotes; a comment if nothing else names the person; perhaps empty
 * @param email the address as it is written, such as {@code alice@example.com}; perhaps empty
 */
public record MailAddress(String name, String email) {
    /**
     * Reads the value of an address header: names before {@code <...>}, quoted names, comments, groups, bare addresses.
     * What is broken is read as far as it goes; nesting costs no stack.
     *
     * @param value the header's unfolded value
     * @return the addresses in their order, those of groups among them
     */
    public static List<MailAddress> parseList(Bytes value) {
        return new AddressScanner(value).addresses();
    }

    /**
     * Returns the form to show to a person.
     *
     * @return the form of a header, with hidden characters written out as by {@link DisplayText#of}
     */
    public String display() {
        return DisplayText.of(toString());
    }

    /** Returns the form of a header: {@code Name <email>}. */
    @Override
    public String toString() {
        return name.isEmpty() ? email : name + " <" + email + ">";
    }
}
