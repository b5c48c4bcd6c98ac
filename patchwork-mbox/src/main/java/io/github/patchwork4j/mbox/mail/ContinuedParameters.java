package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Charsets;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts parameters together that are cut into pieces or written in percent signs (RFC 2231, sections 3 and 4). */
final class ContinuedParameters {
    private final Map<String, String> raw;

    private ContinuedParameters(Map<String, String> raw) {
        this.raw = raw;
    }

    /** Joins what belongs together; a plain parameter of the same name counts more. */
    static Map<String, String> joined(Map<String, String> raw) {
        if (raw.keySet().stream().noneMatch(name -> name.indexOf('*') > 0)) {
            return raw;
        }
        ContinuedParameters parameters = new ContinuedParameters(raw);
        Map<String, String> joined = new LinkedHashMap<>();
        for (String name : raw.keySet()) {
            int star = name.indexOf('*');
            String plain = star > 0 ? name.substring(0, star) : name;
            String value = raw.get(plain);
            joined.putIfAbsent(plain, value != null ? value : parameters.value(plain));
        }
        return joined;
    }

    private String value(String name) {
        String whole = raw.get(name + "*");
        if (whole != null) {
            return decoded(bytes(whole, true), charset(whole));
        }
        ByteSink out = new ByteSink(32);
        Optional<Charset> charset = Optional.empty();
        for (int i = 0; i < raw.size(); i++) {
            String encoded = raw.get(name + "*" + i + "*");
            String plain = raw.get(name + "*" + i);
            if (encoded != null) {
                charset = i == 0 ? charset(encoded) : charset;
                out.write(bytes(encoded, i == 0));
            } else if (plain != null) {
                out.write(Bytes.ofUtf8(plain));
            } else {
                break;
            }
        }
        return decoded(out.toBytes(), charset);
    }

    private static String decoded(Bytes bytes, Optional<Charset> charset) {
        return charset.flatMap(known -> Charsets.strict(bytes, known)).orElseGet(() -> Charsets.guess(bytes));
    }

    /** What stands before the first of the two apostrophes that come before the text. */
    private static Optional<Charset> charset(String value) {
        int end = value.indexOf('\'');
        return end <= 0 ? Optional.empty() : Charsets.find(value.substring(0, end));
    }

    private static Bytes bytes(String value, boolean first) {
        int language = first ? value.indexOf('\'') : -1;
        int text = language < 0 ? 0 : value.indexOf('\'', language + 1) + 1;
        Bytes encoded = Bytes.ofUtf8(value.substring(text));
        ByteSink out = new ByteSink(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            boolean pair = encoded.at(at) == '%' && at + 2 < encoded.length();
            int high = pair ? Ascii.hex(encoded.at(at + 1)) : -1;
            int low = pair ? Ascii.hex(encoded.at(at + 2)) : -1;
            if (high >= 0 && low >= 0) {
                out.write(high << 4 | low);
                at += 2;
            } else {
                out.write(encoded.at(at));
            }
        }
        return out.toBytes();
    }
}
