package io.github.patchwork4j.client;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether what was posted to a webhook comes from a Patchwork server that knows its secret.
 *
 * <p>The server signs the octets of the body as it sends them: {@value #HEADER} is {@code sha256=} and the HMAC-SHA-256 of the
 * body in small hexadecimal digits, with the secret in UTF-8 as the key. So check a post before its JSON is read, never what
 * was read and written again. A post says neither what a state was changed to nor who did it, and may get lost: take it as a
 * hint to ask the API.
 */
public final class WebhookSignature {
    /** The header with the signature. */
    public static final String HEADER = "X-Patchwork-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final SecretKeySpec key;

    private WebhookSignature(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Checks signatures that are made with a secret.
     *
     * @param secret the secret of the webhook
     * @return a check, safe to share between threads
     * @throws IllegalArgumentException if it is empty: then the server does not sign
     */
    public static WebhookSignature of(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("without a secret nothing is signed");
        }
        return new WebhookSignature(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /**
     * Tells whether a signature is that of a body. It takes as long for a wrong one as for the right one.
     *
     * @param signature the value of {@value #HEADER}; null if there is no such header
     * @param body the octets of the body
     * @return whether it is
     */
    public boolean isOf(@Nullable String signature, byte[] body) {
        byte[] given = (signature == null ? "" : signature).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sign(body).getBytes(StandardCharsets.UTF_8), given);
    }

    /**
     * Signs a body as the server does, such as for a test.
     *
     * @param body the octets of the body
     * @return the value of {@value #HEADER}
     */
    public String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
