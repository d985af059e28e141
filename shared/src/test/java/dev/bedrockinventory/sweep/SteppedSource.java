package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.util.Map;

/** A source whose every question is a step of its own. */
record SteppedSource(Source source, Stepper.Actor actor) implements Source {
  @Override
  public Observation observe(ScopeState beginning) {
    actor.step();
    return source.observe(beginning);
  }

  @Override
  public Presence presence(Scope scope, Arn arn) {
    actor.step();
    return source.presence(scope, arn);
  }

  @Override
  public TagReading tags(Scope scope, Arn arn) {
    actor.step();
    return source.tags(scope, arn);
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
