package io.github.patchwork4j.testing.internal.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks, and what those of one patch amount to. */
public final class CheckTable extends DatedTable<CheckRow> {
    private static final List<CheckState> WORST_FIRST =
            List.of(CheckState.FAIL, CheckState.WARNING, CheckState.PENDING, CheckState.SUCCESS);

    private final Grouping byPatch = new Grouping();

    /** Starts empty. */
    public CheckTable() {}

    @Override
    public void add(CheckRow row) {
        super.add(row);
        byPatch.add(row.patch(), row.id());
    }

    @Override
    public void remove(long id) {
        byPatch.remove(get(id).patch(), id);
        super.remove(id);
    }

    /**
     * Returns the checks of a patch.
     *
     * @param patch the patch's id
     * @return by id
     */
    public List<CheckRow> of(long patch) {
        return get(byPatch.of(patch).stream().sorted().toList());
    }

    /**
     * Sums the checks of a patch up: of each user's checks of one context only the newest counts, and the worst of these
     * wins.
     *
     * @param patch the patch's id
     * @return pending if there are none
     */
    public CheckState summary(long patch) {
        Map<Source, CheckRow> newest = new HashMap<>();
        of(patch).stream()
                .sorted(Comparator.comparingLong(CheckRow::date).thenComparingLong(CheckRow::id))
                .forEach(check -> newest.put(new Source(check.user(), check.context()), check));
        return WORST_FIRST.stream()
                .filter(state -> newest.values().stream().anyMatch(check -> check.state() == state))
                .findFirst()
                .orElse(CheckState.PENDING);
    }

    private record Source(long user, String context) {}
}
