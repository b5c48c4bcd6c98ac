package io.github.patchwork4j.testing.internal.body;

import io.github.patchwork4j.testing.internal.text.UploadedFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A form in several parts; files in it are left out, for no field of the API takes one. */
final class Multipart {
    private static final String BREAK = "\r\n";
    private static final String ENCODING = "content-transfer-encoding:";
    private static final String DISPOSITION = "content-disposition:";

    /** Forms of more octets have their files on the disk of the server. */
    private static final int LARGEST_IN_MEMORY = 2_621_440;

    /** What is left of file names that lead elsewhere, whose files are dropped. */
    private static final Set<String> NAMELESS = Set.of("", ".", "..");

    private Multipart() {}

    static List<Content.Entry> read(ByteString body, MediaType type, String header) {
        if (header.chars().anyMatch(letter -> letter > 127)) {
            // The server quotes each octet as a character.
            String octets = new String(header.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            throw new BadBody(
                    400, "Multipart form parse error - Invalid non-ASCII Content-Type in multipart: " + octets);
        }
        String boundary = type.parameter("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new BadBody(400, "Multipart form parse error - Invalid boundary in multipart: " + name(boundary));
        }
        List<Content.Entry> fields = new ArrayList<>();
        List<Content.Entry> files = new ArrayList<>();
        String fileType = body.size() > LARGEST_IN_MEMORY ? "TemporaryUploadedFile" : "InMemoryUploadedFile";
        // One character for each octet, so that boundaries are found before anybody thinks about charsets.
        String octets = BREAK + body.string(StandardCharsets.ISO_8859_1);
        String[] parts = octets.split(BREAK + "--" + Pattern.quote(boundary), -1);
        for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) {
            Content.Entry entry = entry(parts[i], type.charset(), fileType);
            if (entry != null) {
                (entry.value() instanceof UploadedFile ? files : fields).add(entry);
            }
        }
        // The server looks at files after all fields, wherever they stand.
        fields.addAll(files);
        return fields;
    }

    private static String name(@Nullable String boundary) {
        return boundary == null ? "None" : boundary;
    }

    private static Content.@Nullable Entry entry(String part, Charset charset, String fileType) {
        int empty = part.indexOf(BREAK + BREAK);
        if (empty < 0) {
            return null;
        }
        String content = part.substring(empty + BREAK.length() * 2);
        MediaType disposition = null;
        for (String line : part.substring(0, empty).split(BREAK, -1)) {
            if (is(line, DISPOSITION)) {
                disposition = MediaType.parse(decode(line.substring(DISPOSITION.length()), charset));
            } else if (is(line, ENCODING)
                    && line.substring(ENCODING.length()).strip().equals("base64")) {
                content = decoded(content);
            }
        }
        String name = disposition == null ? null : disposition.parameter("name");
        String file = disposition == null ? null : disposition.parameter("filename");
        if (name == null) {
            return null;
        }
        if (file == null || file.isEmpty()) {
            return new Content.Entry(name, decode(content, charset));
        }
        String base = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return NAMELESS.contains(base) ? null : new Content.Entry(name, new UploadedFile(base, fileType));
    }

    /** Decodes what is said to be Base64; what is not stays as it is. */
    private static String decoded(String content) {
        try {
            return new String(Base64.getMimeDecoder().decode(content), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            return content;
        }
    }

    private static boolean is(String line, String name) {
        return line.regionMatches(true, 0, name, 0, name.length());
    }

    private static String decode(String octets, Charset charset) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), charset);
    }
}
