package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;

/** Converts the attributes of an item from Lambda's classes to the SDK's. */
final class AttributeValueConverter {
  private AttributeValueConverter() {}

  /**
   * Converts the attributes.
   *
   * @throws IllegalArgumentException if one has an unknown type
   */
  static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> of(
      Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue of(
      AttributeValue value) {
    var to = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
    if (value.getS() != null) {
      return to.s(value.getS()).build();
    }
    if (value.getN() != null) {
      return to.n(value.getN()).build();
    }
    if (value.getBOOL() != null) {
      return to.bool(value.getBOOL()).build();
    }
    if (value.getNULL() != null) {
      return to.nul(value.getNULL()).build();
    }
    if (value.getL() != null) {
      return to.l(value.getL().stream().map(AttributeValueConverter::of).toList()).build();
    }
    if (value.getM() != null) {
      return to.m(of(value.getM())).build();
    }
    if (value.getSS() != null) {
      return to.ss(value.getSS()).build();
    }
    if (value.getNS() != null) {
      return to.ns(value.getNS()).build();
    }
    if (value.getB() != null) {
      return to.b(SdkBytes.fromByteBuffer(value.getB())).build();
    }
    if (value.getBS() != null) {
      return to.bs(value.getBS().stream().map(SdkBytes::fromByteBuffer).toList()).build();
    }
    throw new IllegalArgumentException("an attribute of the stream has an unknown type");
  }
}
