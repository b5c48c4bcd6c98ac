package io.github.patchwork4j.testing.internal.input;

import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import io.github.patchwork4j.testing.internal.text.PythonText;
import io.github.patchwork4j.testing.internal.text.UploadedFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields that hold booleans, numbers and references to other rows. */
public final class Values {
    private static final Set<String> YES =
            Set.of("t", "T", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "1");
    private static final Set<String> NO =
            Set.of("f", "F", "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF", "0");
    private static final Set<String> NOTHING = Set.of("null", "Null", "NULL", "");

    private Values() {}

    /**
     * Makes a field that is ticked or not.
     *
     * @param name its name
     * @param libraries what the server runs on; with newer ones case does not count
     * @return the field
     */
    public static Field<Boolean> flag(String name, LibraryStack libraries) {
        return Field.of(name, value -> flag(spelled(value, libraries))).orUnchecked(false);
    }

    /**
     * Makes a field that is ticked or not, or left open.
     *
     * @param name its name
     * @param libraries what the server runs on; with newer ones case does not count
     * @return the field
     */
    public static Field<Boolean> openFlag(String name, LibraryStack libraries) {
        return Field.<Boolean>of(name, value -> {
                    Object word = spelled(value, libraries);
                    return (word instanceof String text && NOTHING.contains(text)) ? null : flag(word);
                })
                .orNull();
    }

    private static Object spelled(Object value, LibraryStack libraries) {
        return libraries.isNew() && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    private static Boolean flag(Object value) {
        String word = value instanceof Double number ? whole(number) : PythonText.print(value);
        boolean wordless = value instanceof List<?> || value instanceof Map<?, ?> || value instanceof UploadedFile;
        if (wordless || !(YES.contains(word) || NO.contains(word))) {
            throw new BadValue("Must be a valid boolean.");
        }
        return YES.contains(word);
    }

    private static String whole(double number) {
        return number == 1 ? "1" : number == 0 ? "0" : "";
    }

    /**
     * Makes a field for an integer.
     *
     * @param name its name
     * @return the field
     */
    public static Field<BigInteger> integer(String name) {
        return Field.of(name, value -> {
            BigInteger number = PythonInt.parse(PythonText.print(value).replaceFirst("\\.0*\\s*$", ""));
            if (number == null) {
                throw new BadValue("A valid integer is required.");
            }
            return number;
        });
    }

    /**
     * Makes a field for the id of a row; an empty text means none.
     *
     * @param name its name
     * @param world the world
     * @param table where the row is
     * @param <R> the kind of row
     * @return the field
     */
    public static <R extends Row> Field<R> reference(String name, World world, Table<R> table) {
        return Field.<R>of(name, value -> find(value, world, table)).withEmptyAsNull();
    }

    /**
     * Makes a field for the ids of several rows.
     *
     * @param name its name
     * @param world the world
     * @param table where the rows are
     * @param <R> the kind of row
     * @return the field
     */
    public static <R extends Row> Field<List<R>> references(String name, World world, Table<R> table) {
        return Field.<List<R>>of(name, value -> {
                    if (value instanceof Map<?, ?> map) {
                        return map.keySet().stream()
                                .map(key -> find(key, world, table))
                                .toList();
                    }
                    if (!(value instanceof List<?> ids)) {
                        throw new BadValue("Expected a list of items but got type \"" + PythonText.type(value) + "\".");
                    }
                    return ids.stream().map(id -> find(id, world, table)).toList();
                })
                .many();
    }

    private static <R extends Row> R find(@Nullable Object value, World world, Table<R> table) {
        BigInteger id = value == null ? null : id(value);
        if (id == null && value != null) {
            throw new BadValue("Incorrect type. Expected pk value, received " + PythonText.type(value) + ".");
        }
        R row = id == null ? null : table.find(world.id(id));
        if (row == null) {
            throw new BadValue("Invalid pk \"" + PythonText.print(value) + "\" - object does not exist.");
        }
        return row;
    }

    private static @Nullable BigInteger id(Object value) {
        if (value instanceof Double number) {
            if (number.isInfinite()) {
                throw new ServerFault("infinity is no id");
            }
            return new BigDecimal(number).toBigInteger();
        }
        return value instanceof BigInteger number
                ? number
                : value instanceof String text ? PythonInt.parse(text) : null;
    }
}
