package dev.bedrockinventory.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Records the action of every call of the SDK clients of this process, as a policy names it; the
 * SDK finds this class by a file on the class path.
 */
public final class CalledActions implements ExecutionInterceptor {
  private static final Set<String> CALLED = new ConcurrentSkipListSet<>();

  /** Called by the SDK, once for each client. */
  public CalledActions() {}

  static void clear() {
    CALLED.clear();
  }

  /** The actions that were called since, sorted. */
  static List<String> called() {
    return List.copyOf(CALLED);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    CALLED.add(
        "%s:%s"
            .formatted(
                attributes
                    .getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                    .toLowerCase(Locale.ROOT),
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
  }
}
