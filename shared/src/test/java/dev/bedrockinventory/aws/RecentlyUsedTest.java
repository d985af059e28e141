package dev.bedrockinventory.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecentlyUsedTest {
  private final List<Integer> created = new ArrayList<>();
  private final RecentlyUsed<Integer, String> values = new RecentlyUsed<>(2, this::create);

  @Test
  void aValueIsCreatedOnce() {
    assertThat(values.get(1)).isSameAs(values.get(1));
    assertThat(created).containsExactly(1);
  }

  @Test
  void theLeastRecentlyUsedValueIsDropped() {
    List.of(1, 2, 1, 3, 1, 2).forEach(values::get);

    assertThat(created).containsExactly(1, 2, 3, 2);
  }

  @Test
  void theNumberOfValuesIsBounded() {
    IntStream.range(0, 25_500).forEach(values::get);
    created.clear();

    IntStream.range(0, 25_498).forEach(values::get);

    assertThat(created).as("none of them was kept").hasSize(25_498);
  }

  private String create(int key) {
    created.add(key);
    return "value " + key;
  }
}
