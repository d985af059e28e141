package dev.bedrockinventory.functions;

import dev.bedrockinventory.settings.Hub;
import dev.bedrockinventory.settings.Targets;
import java.util.TreeMap;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest;

/** The SSM parameters of the targets. Thread-safe, as its client is. */
final class TargetParameters {
  private final SsmClient ssm;
  private final String path;
  private final Hub hub;

  TargetParameters(SsmClient ssm, String path, Hub hub) {
    this.ssm = ssm;
    this.path = path;
    this.hub = hub;
  }

  /** Reads all parameters directly under the path, page after page. */
  Targets read() {
    var request = GetParametersByPathRequest.builder().path(path).build();
    var parameters = new TreeMap<String, String>();
    ssm.getParametersByPathPaginator(request).stream()
        .flatMap(page -> page.parameters().stream())
        .forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
    return Targets.parse(parameters, hub);
  }
}
