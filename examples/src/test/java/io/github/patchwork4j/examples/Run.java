package io.github.patchwork4j.examples;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * One run of a command, and what came of it.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Run(int code, String out, String err) {
    static Run of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code = commandLine.execute(words);
        return new Run(code, out.toString(), err.toString());
    }
}
