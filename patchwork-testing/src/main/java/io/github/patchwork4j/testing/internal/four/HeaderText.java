package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.EncodedWords;
import io.github.patchwork4j.testing.internal.text.MailHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Headers as 4.0 keeps them: names in one spelling, values decoded and on one line. */
final class HeaderText {
    private static final Pattern FOLD = Pattern.compile("\\s*\\n\\s+");

    private HeaderText() {}

    /** Returns the fields with their names and values as they are kept. */
    static List<MailHeaders.Field> fields(String rawHeaders) {
        return MailHeaders.parse(rawHeaders).stream()
                .map(field -> new MailHeaders.Field(canonical(field.name()), clear(field.value())))
                .toList();
    }

    /** Returns the headers as an object, by their names; of a name that is repeated the last value is left. */
    static Map<String, String> object(String rawHeaders) {
        Map<String, String> object = new TreeMap<>();
        fields(rawHeaders).forEach(field -> object.put(field.name(), field.value()));
        return object;
    }

    /** Returns the subject, or an empty text. */
    static String subject(String rawHeaders) {
        return clear(MailHeaders.first(MailHeaders.parse(rawHeaders), "Subject"));
    }

    private static String clear(String value) {
        String line = FOLD.matcher(value).replaceAll(" ");
        return EncodedWords.decode(Bytes.of(line.getBytes(StandardCharsets.UTF_8)), 0, new ArrayList<>());
    }

    private static String canonical(String name) {
        StringBuilder canonical = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            String letter = name.substring(i, i + 1);
            boolean first = i == 0 || name.charAt(i - 1) == '-';
            canonical.append(first ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT));
        }
        return canonical.toString();
    }
}
