package dev.bedrockinventory.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Records every operation that an SDK client of this process calls; the SDK finds this class by a
 * file on the class path. The operations of a transaction are recorded instead of the transaction.
 */
public final class CalledOperations implements ExecutionInterceptor {
  private static final List<String> CALLED = new ArrayList<>();

  /** Called by the SDK, once for each client. */
  public CalledOperations() {}

  /** The operations that are called while this runs, as {@code <service>.<operation>}. */
  static SortedSet<String> during(Runnable work) {
    synchronized (CALLED) {
      CALLED.clear();
    }
    work.run();
    synchronized (CALLED) {
      return new TreeSet<>(CALLED);
    }
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    var service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    synchronized (CALLED) {
      if (context.request() instanceof TransactWriteItemsRequest transaction) {
        transaction.transactItems().stream()
            .flatMap(CalledOperations::members)
            .forEach(member -> CALLED.add(service + "." + operation + "." + member));
      } else {
        CALLED.add(service + "." + operation);
      }
    }
  }

  private static Stream<String> members(TransactWriteItem item) {
    return Stream.of(
            Optional.ofNullable(item.put()).map(put -> "Put"),
            Optional.ofNullable(item.update()).map(update -> "Update"),
            Optional.ofNullable(item.delete()).map(delete -> "Delete"),
            Optional.ofNullable(item.conditionCheck()).map(check -> "ConditionCheck"))
        .flatMap(Optional::stream);
  }
}
