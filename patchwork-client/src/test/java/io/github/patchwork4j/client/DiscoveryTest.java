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
        pwclientFile("[options]\ndefault=x\n[x]\nurl=" + SERVER + "\ntoken=ghi\n");

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
    void theFileOfPwclientIsInTheHomeOrWhereTheEnvironmentSays() throws IOException {
        pwclientFile("[options]\ndefault=core\n[core]\nurl=" + SERVER + "\ntoken=abc\n");
        assertThat(discover().credentials().authorization()).contains("Token abc");

        environment.put("PWCLIENTRC", "mine");
        assertThatThrownBy(this::discover)
                .hasMessageContaining(home.resolve("mine").toString());

        Files.writeString(home.resolve("mine"), "[core]\nurl=" + SERVER + "\ntoken=def\n");
        assertThat(discover().credentials().authorization()).contains("Token def");
        assertThat(discover().source()).isEqualTo(home.resolve("mine").toString());
    }

    @Test
    void theFileOfPwclientMayBeOfTheFormerApi() throws IOException {
        pwclientFile("""
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
    }

    @Test
    void theProjectThatIsSetElsewhereNamesTheSection() throws IOException {
        environment.put("PW_PROJECT", "net");
        pwclientFile("[options]\ndefault=core\n[core]\nurl=https://x.example.org/\ntoken=x\n[net]\nurl=" + SERVER
                + "\ntoken=abc\n");

        assertThat(discover().server()).isEqualTo(SERVER);
        assertThat(discover().project()).contains("net");
        assertThat(discover().credentials().authorization()).contains("Token abc");

        environment.put("PW_PROJECT", "Core");
        assertThatThrownBy(this::discover).as("the case of sections counts").hasMessageContaining("no server is set");
    }

    @Test
    void withoutADefaultOnlyASingleSectionCounts() throws IOException {
        pwclientFile("[options]\nsignoff=yes\n[core]\nurl=" + SERVER + "\n");
        assertThat(discover().project()).contains("core");

        pwclientFile("[core]\nurl=" + SERVER + "\n[net]\nurl=" + SERVER + "\n");
        assertThatThrownBy(this::discover).hasMessageContaining("no server is set");
    }

    /** Each was seen to be so with pwclient 2.11.0, run with such a file against a server that wrote down what it was sent. */
    @Test
    void theFileIsReadAsPwclientReadsIt() throws IOException {
        pwclientFile("""
            [DEFAULT]
            host = patchwork.example.org
            username = ann
            ; a comment
            [options]
            Default = core
            [core]
              URL =
                 https://%(Host)s/api/1.2
              # another
              Password = 100%%;#
            """);
        Account account = discover();
        assertThat(account.server()).isEqualTo(SERVER);
        assertThat(account.credentials().authorization()).contains(okhttp3.Credentials.basic("ann", "100%;#"));
        assertThat(account.project()).contains("core");

        pwclientFile("[base]\nurl=https://old.example.org/xmlrpc/\nproject=net\n[auth]\nusername=ann\npassword=p\n");
        Account former = discover();
        assertThat(former.server()).isEqualTo("https://old.example.org/");
        assertThat(former.project()).contains("net");
        assertThat(former.credentials().authorization()).contains(okhttp3.Credentials.basic("ann", "p"));
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

    private void pwclientFile(String text) throws IOException {
        Files.writeString(home.resolve(".pwclientrc"), text);
    }

    private void gitConfig(String text) throws IOException {
        Files.writeString(home.resolve(".gitconfig"), text);
    }
}
