package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks, from the {@code Authorization} header.
 *
 * @param world whose users may log in
 */
public record Login(World world) {
    private static final String BASE64_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final char UNDECODABLE = '\uFFFD';

    /**
     * Finds the user where bad credentials do not matter.
     *
     * @param authorization the header, or null
     * @return the user, or null
     */
    public @Nullable UserRow lenient(@Nullable String authorization) {
        try {
            return caller(authorization);
        } catch (ApiRefusal refusal) {
            return null;
        }
    }

    /** Finds the user; schemes other than Token and Basic count as none. */
    @Nullable UserRow caller(@Nullable String authorization) {
        List<String> words = authorization == null
                ? List.of()
                : Arrays.stream(authorization.split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return null;
        }
        return switch (words.get(0).toLowerCase(Locale.ROOT)) {
            case "token" -> byToken(only(words, "token header", "Token string"));
            case "basic" -> byPassword(only(words, "basic header", "Credentials string"));
            default -> null;
        };
    }

    private static String only(List<String> words, String header, String what) {
        if (words.size() == 1) {
            throw ApiRefusal.badCredentials("Invalid " + header + ". No credentials provided.");
        }
        if (words.size() > 2) {
            throw ApiRefusal.badCredentials("Invalid " + header + ". " + what + " should not contain spaces.");
        }
        return words.get(1);
    }

    private UserRow byToken(String token) {
        if (token.indexOf(UNDECODABLE) >= 0) {
            throw ApiRefusal.badCredentials(
                    "Invalid token header. Token string should not contain invalid characters.");
        }
        UserRow user = world.users().withToken(token);
        if (user == null) {
            throw ApiRefusal.badCredentials("Invalid token.");
        }
        if (!user.account().active()) {
            throw ApiRefusal.badCredentials("User inactive or deleted.");
        }
        return user;
    }

    private UserRow byPassword(String credentials) {
        String clear = decode(credentials);
        int colon = clear.indexOf(':');
        if (colon < 0 && world.libraries().isNew()) {
            throw notBase64();
        }
        String password = colon < 0 ? "" : clear.substring(colon + 1);
        UserRow user = world.users().named(colon < 0 ? clear : clear.substring(0, colon));
        if (user == null
                || !user.account().active()
                || !password.equals(user.account().password())) {
            throw ApiRefusal.badCredentials("Invalid username/password.");
        }
        return user;
    }

    /** Refuses what cannot be decoded; newer libraries say the same where there is no colon. */
    private static ApiRefusal notBase64() {
        return ApiRefusal.badCredentials("Invalid basic header. Credentials not correctly base64 encoded.");
    }

    /** Decodes Base64 as the server does, which drops what is not Base64 and only insists on the padding. */
    private static String decode(String base64) {
        StringBuilder letters = new StringBuilder();
        int padding = 0;
        for (int i = 0; i < base64.length(); i++) {
            char character = base64.charAt(i);
            if (character == '=') {
                padding++;
            } else if (padding == 0 && BASE64_LETTERS.indexOf(character) >= 0) {
                letters.append(character);
            }
        }
        int over = letters.length() % 4;
        if (over == 1 || (over > 1 && over + padding < 4)) {
            throw notBase64();
        }
        byte[] octets = Base64.getDecoder().decode(letters.toString());
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    }
}
