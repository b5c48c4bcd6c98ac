package io.github.patchwork4j.mbox.mail;

import java.util.Iterator;
import java.util.List;
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
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isNamed(name)) {
                return Optional.of(list.get(i));
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
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).isNamed(name)) {
                return Optional.of(list.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns all headers of a name.
     *
     * @param name the name
     * @return the headers, in their order
     */
    public List<MailHeader> all(String name) {
        return list.stream().filter(header -> header.isNamed(name)).toList();
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
