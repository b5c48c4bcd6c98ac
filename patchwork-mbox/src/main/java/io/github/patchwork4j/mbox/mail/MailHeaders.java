package io.github.patchwork4j.mbox.mail;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers of a mail or of a MIME part, in their order; names are looked up whatever their case. */
public final class MailHeaders implements Iterable<MailHeader> {
    private final List<MailHeader> list;

    MailHeaders(List<MailHeader> list) {
        this.list = List.copyOf(list);
    }

    /**
     * Returns the first header of a name, the one that Python and Patchwork use.
     *
     * @param name the name
     * @return the header, if there is one
     */
    public Optional<MailHeader> first(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (MailHeader header : list) {
            if (header.isNamed(wanted)) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the last header of a name, the one that git uses.
     *
     * @param name the name
     * @return the header, if there is one
     */
    public Optional<MailHeader> last(String name) {
        List<MailHeader> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * Returns all headers of a name.
     *
     * @param name the name
     * @return the headers, in their order
     */
    public List<MailHeader> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return list.stream().filter(header -> header.isNamed(wanted)).toList();
    }

    /**
     * Returns all headers.
     *
     * @return the headers, in their order
     */
    public List<MailHeader> list() {
        return list;
    }

    @Override
    public Iterator<MailHeader> iterator() {
        return list.iterator();
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
