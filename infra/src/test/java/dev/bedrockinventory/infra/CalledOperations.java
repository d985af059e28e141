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
 * Notes each operation that any client of this process calls; the SDK finds it by a file on the
 * class path. The members of a transaction are noted in its place.
 */
public final class CalledOperations implements ExecutionInterceptor {
  private static final List<String> NOTED = new ArrayList<>();

  /** Made by the SDK, once for each client. */
  public CalledOperations() {}

  /** The operations that are called while this runs, each as {@code <service>.<operation>}. */
  static SortedSet<String> during(Runnable work) {
    synchronized (NOTED) {
      NOTED.clear();
    }
    work.run();
    synchronized (NOTED) {
      return new TreeSet<>(NOTED);
    }
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    var service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    synchronized (NOTED) {
      if (context.request() instanceof TransactWriteItemsRequest transaction) {
        transaction.transactItems().stream()
            .flatMap(CalledOperations::members)
            .forEach(member -> NOTED.add(service + "." + operation + "." + member));
      } else {
        NOTED.add(service + "." + operation);
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
