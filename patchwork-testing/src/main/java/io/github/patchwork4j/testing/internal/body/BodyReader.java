package io.github.patchwork4j.testing.internal.body;

import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.text.PythonJson;
import io.github.patchwork4j.testing.internal.text.UriText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request by its media type. */
public final class BodyReader {
    private static final int FIRST_LEAD = 0xC2;
    private static final int LAST_LEAD = 0xF4;

    private BodyReader() {}

    /**
     * Reads a body; one without a single octet needs no type and says nothing.
     *
     * @param request a request
     * @return what its body says
     * @throws BadBody if the type is not known, or the body is not of its type
     */
    public static Content read(Request request) {
        String named = request.headers().get("Content-Type");
        String header = named == null ? "" : named;
        MediaType type = MediaType.parse(header);
        ByteString body = request.body();
        boolean empty = body.size() == 0;
        if (type.mayBe("application/json")) {
            return new Content.Json(empty ? Map.of() : json(body, type.charset()));
        }
        if (type.mayBe("application/x-www-form-urlencoded")) {
            return new Content.Filled(form(body, type.charset()));
        }
        if (type.mayBe("multipart/form-data")) {
            return new Content.Filled(empty ? List.of() : Multipart.read(body, type, header));
        }
        if (!empty) {
            throw new BadBody(415, "Unsupported media type \"" + header + "\" in request.");
        }
        return new Content.Json(Map.of());
    }

    private static @Nullable Object json(ByteString body, Charset charset) {
        try {
            return PythonJson.parse(strictly(body, charset));
        } catch (PythonJson.SyntaxFault fault) {
            throw new BadBody(400, "JSON parse error - " + fault.getMessage());
        } catch (IllegalArgumentException tooDeep) {
            throw new ServerFault("the JSON is " + tooDeep.getMessage());
        }
    }

    private static List<Content.Entry> form(ByteString body, Charset charset) {
        List<Content.Entry> entries = new ArrayList<>();
        for (String pair : body.string(charset).split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                entries.add(new Content.Entry(decode(name), decode(value)));
            }
        }
        return entries;
    }

    private static String decode(String text) {
        return UriText.decode(text.replace('+', ' '));
    }

    private static String strictly(ByteString body, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16) && !startsWithByteOrder(body)) {
            throw new BadBody(400, "JSON parse error - UTF-16 stream does not start with BOM");
        }
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer octets = ByteBuffer.wrap(body.toByteArray());
        CharBuffer text = CharBuffer.allocate((int) (body.size() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(octets, text, true);
        if (result.isError()) {
            String codec = charset.equals(StandardCharsets.UTF_8)
                    ? "utf-8"
                    : charset.name().toLowerCase(Locale.ROOT);
            throw new BadBody(
                    400,
                    "JSON parse error - '" + codec + "' codec can't decode "
                            + place(body, octets.position(), result.length()));
        }
        return text.flip().toString();
    }

    private static boolean startsWithByteOrder(ByteString body) {
        return body.startsWith(ByteString.of((byte) 0xFE, (byte) 0xFF))
                || body.startsWith(ByteString.of((byte) 0xFF, (byte) 0xFE));
    }

    private static String place(ByteString body, int at, int length) {
        int first = body.getByte(at) & 0xFF;
        boolean lead = first >= FIRST_LEAD && first <= LAST_LEAD;
        boolean cut = lead && at + length == body.size();
        String reason = cut ? "unexpected end of data" : lead ? "invalid continuation byte" : "invalid start byte";
        String where = length == 1
                ? "byte 0x%02x in position %d".formatted(first, at)
                : "bytes in position %d-%d".formatted(at, at + length - 1);
        return where + ": " + reason;
    }
}
