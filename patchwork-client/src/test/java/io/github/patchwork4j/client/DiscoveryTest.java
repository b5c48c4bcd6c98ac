package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine is set up for, in a home made for the test. */
class DiscoveryTest {
    private static final String SERVER = "https://patchwork.example.org/api/1.2";

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void keepGitFromTheRealHome() {
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", home.toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CEILING_DIRECTORIES", home.getParent().toString());
    }

    @Test
    void theEnvironmentComesFirst() throws IOException {
        environment.put("PW_SERVER", SERVER);
        environment.put("PW_PROJECT", "core");
        environment.put("PW_TOKEN", "abc\n");
        gitConfig("[pw]\nserver = https://other.example.org/\nproject = other\ntoken = def\n");

        Account account = discover();

        assertThat(account.server()).isEqualTo(SERVER);
        assertThat(account.project()).contains("core");
        assertThat(account.credentials().authorization()).contains("Token abc");
        assertThat(account.source()).isEqualTo("the environment");
    }

    @Test
    void gitConfigComesNextWithNameAndPasswordAsWell() throws IOException {
        gitConfig("[pw]\nserver = " + SERVER + "\nproject = core\nusername = ann\npassword = \"geheim \"\n");

        Account account = discover();

        assertThat(account.server()).isEqualTo(SERVER);
        assertThat(account.credentials().authorization()).contains(okhttp3.Credentials.basic("ann", "geheim"));
        assertThat(account.source()).isEqualTo("git config");
    }

    @Test
    void aTokenInTheEnvironmentIsForTheServerOfGitConfig() throws IOException {
        environment.put("PW_TOKEN", "abc");
        gitConfig("[pw]\nserver = " + SERVER + "\ntoken = def\n");

        assertThat(discover().credentials().authorization()).contains("Token abc");
    }

    @Test
    void aTokenIsNeverForAnotherServerThanTheOneItStandsBeside() throws IOException {
        environment.put("PW_SERVER", "https://other.example.org/");
        gitConfig("[pw]\nserver = " + SERVER + "\ntoken = def\n");
        Files.writeString(home.resolve(".pwclientrc"), "[options]\ndefault=x\n[x]\nurl=" + SERVER + "\ntoken=ghi\n");

        assertThat(discover().credentials()).isSameAs(Credentials.ANONYMOUS);
    }

    @Test
    void aTokenThatStandsBelowWithoutAServerIsNotTaken() throws IOException {
        environment.put("PW_SERVER", SERVER);
        gitConfig("[pw]\ntoken = def\n");

        assertThat(discover().credentials()).isSameAs(Credentials.ANONYMOUS);
    }

    @Test
    void theSameServerInAnotherPlaceLendsItsToken() throws IOException {
        environment.put("PW_SERVER", "https://patchwork.example.org");
        gitConfig("[pw]\nserver = " + SERVER + "\ntoken = def\n");

        assertThat(discover().credentials().authorization()).contains("Token def");
    }

    @Test
    void theFileOfPwclientIsReadFromBothPlaces() throws IOException {
        Files.writeString(home.resolve(".pwclientrc"), """
            # written by hand
            [options]
            default = core

            [core]
            url: https://old.example.org/xmlrpc/
            username: ann
            password: a=b:c
            """);
        Account old = discover();
        assertThat(old.server()).isEqualTo("https://old.example.org/");
        assertThat(old.project()).contains("core");
        assertThat(old.credentials().authorization()).contains(okhttp3.Credentials.basic("ann", "a=b:c"));

        environment.put("XDG_CONFIG_HOME", home.resolve("conf").toString());
        environment.put("PW_PROJECT", "net");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/pwclientrc"), "[net]\nbackend=rest\nurl=" + SERVER + "\ntoken=abc\n");
        Account account = discover();
        assertThat(account.server()).isEqualTo(SERVER);
        assertThat(account.project()).contains("net");
        assertThat(account.credentials().authorization()).contains("Token abc");
    }

    @Test
    void nothingAtAllIsToldWithThePlacesThatWereLookedAt() {
        environment.put("PW_TOKEN", "abc");

        assertThatThrownBy(this::discover)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PW_SERVER")
                .hasMessageContaining("git config pw.server")
                .hasMessageContaining(home.resolve(".pwclientrc").toString())
                .hasMessageNotContaining("abc");
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlaceAndWithoutTheSecret() throws IOException {
        environment.put("PW_SERVER", SERVER);
        environment.put("PW_TOKEN", "no token");
        assertThatThrownBy(this::discover)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the environment")
                .hasMessageNotContaining("no token");

        environment.remove("PW_TOKEN");
        gitConfig("[pw\nserver");
        assertThatThrownBy(this::discover)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("git config");
    }

    @Test
    void anAccountDoesNotShowItsSecret() {
        environment.put("PW_SERVER", SERVER);
        environment.put("PW_TOKEN", "0123456789");

        assertThat(discover().toString()).contains(SERVER).doesNotContain("0123456789");
    }

    private Account discover() {
        return new Discovery(new Surroundings(Map.copyOf(environment), home, home)).account();
    }

    private void gitConfig(String text) throws IOException {
        Files.writeString(home.resolve(".gitconfig"), text);
    }
}
