package io.github.patchwork4j.client;

import io.github.patchwork4j.core.MessageId;
import java.util.Arrays;
import java.util.List;

/** The mails of a series are not what the server says of the series: not all of them, others, or in another order. */
public final class SeriesMismatchException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    private final int outstanding;
    private final String[] missing;
    private final String[] extra;
    private final String[] misplaced;

    SeriesMismatchException(
            String message,
            int outstanding,
            List<MessageId> missing,
            List<MessageId> extra,
            List<MessageId> misplaced) {
        super(message, null);
        this.outstanding = outstanding;
        this.missing = values(missing);
        this.extra = values(extra);
        this.misplaced = values(misplaced);
    }

    private static String[] values(List<MessageId> ids) {
        return ids.stream().map(MessageId::value).toArray(String[]::new);
    }

    private static List<MessageId> ids(String[] values) {
        return Arrays.stream(values)
                .map(value -> value.isEmpty() ? MessageId.NONE : MessageId.of(value))
                .toList();
    }

    /**
     * {@return how many patches the subjects announce that have not arrived at the server}
     */
    public int outstanding() {
        return outstanding;
    }

    /**
     * {@return the patches that the server has and did not send, in the order of the series}
     */
    public List<MessageId> missing() {
        return ids(missing);
    }

    /**
     * {@return the mails that are no patch of the series, or are there once more, in their order; {@link MessageId#NONE}
     * for one without an id}
     */
    public List<MessageId> extra() {
        return ids(extra);
    }

    /**
     * {@return the patches that stand behind one with a higher number, in the order of the mails}
     */
    public List<MessageId> misplaced() {
        return ids(misplaced);
    }
}
