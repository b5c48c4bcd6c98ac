package io.github.patchwork4j.testing.internal.state;

import java.util.Comparator;
import java.util.List;

/** The patches, and which of them belong together. */
public final class PatchTable extends MailTable<PatchRow> {
    private final Grouping bySeries = new Grouping();
    private final Grouping byRelation = new Grouping();

    /** Starts empty. */
    public PatchTable() {}

    @Override
    long projectOf(PatchRow row) {
        return row.project();
    }

    @Override
    public void add(PatchRow row) {
        super.add(row);
        bySeries.add(row.series(), row.id());
        byRelation.add(row.relation(), row.id());
    }

    @Override
    public void remove(long id) {
        PatchRow row = get(id);
        bySeries.remove(row.series(), id);
        byRelation.remove(row.relation(), id);
        super.remove(id);
    }

    @Override
    public void replace(PatchRow row) {
        byRelation.remove(get(row.id()).relation(), row.id());
        super.replace(row);
        byRelation.add(row.relation(), row.id());
    }

    /**
     * Returns the patches of a relation.
     *
     * @param relation the relation's id
     * @return by id
     */
    public List<PatchRow> ofRelation(long relation) {
        return get(byRelation.of(relation).stream().sorted().toList());
    }

    /**
     * Returns the patches of a series.
     *
     * @param series the series' id
     * @return by date, which need not be by number
     */
    public List<PatchRow> ofSeries(long series) {
        return byDate(bySeries.of(series));
    }

    /**
     * Returns the patches of a series for a mailbox.
     *
     * @param series the series' id
     * @return by number
     */
    public List<PatchRow> ofSeriesByNumber(long series) {
        return get(bySeries.of(series)).stream()
                .sorted(Comparator.comparing(PatchRow::number, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * Counts the patches of a series.
     *
     * @param series the series' id
     * @return how many arrived
     */
    public int countOfSeries(long series) {
        return bySeries.of(series).size();
    }

    /**
     * Returns the other patches of the same relation.
     *
     * @param patch a patch
     * @return without the patch itself
     */
    public List<PatchRow> relatedTo(PatchRow patch) {
        return ofRelation(patch.relation()).stream()
                .filter(other -> other.id() != patch.id())
                .toList();
    }

    /**
     * Returns patches by date.
     *
     * @param ids their ids
     * @return those of one date by id
     */
    public List<PatchRow> byDate(List<Long> ids) {
        return get(ids).stream()
                .sorted(Comparator.comparingLong(PatchRow::date).thenComparingLong(PatchRow::id))
                .toList();
    }
}
