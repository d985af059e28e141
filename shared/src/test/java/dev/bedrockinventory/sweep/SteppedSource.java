package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.util.Map;

/** A source whose every question is a step of its own. */
record SteppedSource(Source source, Stepper.Actor actor) implements Source {
  @Override
  public Observation observe(ScopeState beginning, Deadline deadline) {
    actor.step();
    return source.observe(beginning, deadline);
  }

  @Override
  public ReadResult<Document> detail(Scope scope, Arn arn) {
    actor.step();
    return source.detail(scope, arn);
  }

  @Override
  public ReadResult<ObjectNode> tags(Arn arn) {
    actor.step();
    return source.tags(arn);
  }

  @Override
  public ImportJobStatus importJob(Arn job) {
    actor.step();
    return source.importJob(job);
  }

  @Override
  public Map<String, Integer> calls() {
    return source.calls();
  }
}
