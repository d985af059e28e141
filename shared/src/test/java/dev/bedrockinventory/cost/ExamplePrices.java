package dev.bedrockinventory.cost;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Resource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A few prices, and models that have them. */
public final class ExamplePrices {
  public static final LocalDate READ = LocalDate.parse("2026-09-12");

  /** Llama v1.0, with its storage, and OSS v2.0 in us-east-1. */
  public static final Prices PRICES =
      new Prices(
          List.of(
              price(Charge.ACTIVE_COPY, "Llama", "v1.0", "0.05718", READ),
              price(Charge.ACTIVE_COPY, "OSS", "v2.0", "0.1433", READ),
              price(Charge.STORAGE, "Llama", "v1.0", "1.95", READ.plusDays(1))));

  private ExamplePrices() {}

  public static Price price(
      Charge charge, String family, String version, String usd, LocalDate day) {
    var money = Money.find(usd).orElseThrow();
    return new Price(charge, "us-east-1", family, version, money, day, day, "a test");
  }

  /** A model of us-east-1 with these members. */
  public static Resource model(String members) {
    return model("us-east-1", members);
  }

  static Resource model(String region, String members) {
    var scope = new Scope("111122223333", region, Kind.IMPORTED_MODEL);
    var arn =
        new Arn("arn:aws:bedrock:%s:111122223333:imported-model/abcdefghijkl".formatted(region));
    var document = new Document(CanonicalJson.write(CanonicalJson.parse(members)));
    var at = Instant.parse("2026-05-12T10:00:00Z");
    return new Resource(
        scope, new Head(arn, 1, 1, document.digest(), "0", at, at, document), Optional.empty());
  }

  public static String members(String architecture, int units, String version) {
    return """
    {"modelName":"invoice-reader","modelArchitecture":"%s","customModelUnits":
     {"customModelUnitsPerModelCopy":%d,"customModelUnitsVersion":"%s"}}\
    """
        .formatted(architecture, units, version);
  }
}
