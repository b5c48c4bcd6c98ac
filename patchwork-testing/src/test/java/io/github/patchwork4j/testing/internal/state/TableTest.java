package io.github.patchwork4j.testing.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void keepsRowsByIdHoweverTheyCome() {
        Table<PersonRow> people = new Table<>();
        List.of(5L, 2L, 9L, 7L).forEach(id -> people.add(person(id)));

        assertThat(people.all()).map(PersonRow::id).containsExactly(2L, 5L, 7L, 9L);
        assertThat(people.find(7)).isEqualTo(person(7));
        assertThat(people.find(8)).isNull();
        assertThat(people.find(10)).isNull();
        assertThat(people.lastId()).isEqualTo(9);
    }

    @Test
    void remembersIdsOfRowsThatAreGone() {
        Table<PersonRow> people = new Table<>();
        people.reserve(12);
        people.add(person(3));

        assertThat(people.lastId()).isEqualTo(12);
    }

    @Test
    void refusesAnIdTwice() {
        Table<PersonRow> people = new Table<>();
        people.add(person(1));

        assertThatThrownBy(() -> people.add(person(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id 1 is there twice");
    }

    @Test
    void keepsRowsOfOneDateByIdInBothDirections() {
        DatedTable<CheckRow> checks = new DatedTable<>();
        checks.add(check(1, 20));
        checks.add(check(2, 10));
        checks.add(check(4, 20));
        checks.add(check(3, 20));

        assertThat(checks.oldestFirst()).map(CheckRow::id).containsExactly(2L, 1L, 3L, 4L);
        assertThat(checks.newestFirst()).map(CheckRow::id).containsExactly(1L, 3L, 4L, 2L);
    }

    private static PersonRow person(long id) {
        return new PersonRow(id, null, "p" + id + "@example.com", Row.NONE);
    }

    private static CheckRow check(long id, long date) {
        return new CheckRow(id, 1, 1, date, CheckState.SUCCESS, null, "ci", null);
    }
}
