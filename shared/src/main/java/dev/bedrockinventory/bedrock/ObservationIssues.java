package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The issues of one observation: failures in the order of calls, and unmodeled members, each once.
 */
final class ObservationIssues {
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, UnmodeledMember> drift = new LinkedHashMap<>();

  void fail(Failure failure) {
    failures.add(failure);
  }

  void drift(Collection<UnmodeledMember> seen) {
    seen.forEach(member -> drift.putIfAbsent(member.key(), member));
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  List<UnmodeledMember> drift() {
    return List.copyOf(drift.values());
  }
}
