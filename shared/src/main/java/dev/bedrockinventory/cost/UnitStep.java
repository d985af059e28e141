package dev.bedrockinventory.cost;

import java.time.Instant;
import java.util.Optional;

/**
 * A period in which a model had the same custom model units, until the next step.
 *
 * @param since when it was first observed
 * @param isDeleted whether the model did not exist
 * @param units the units; absent if they are not known, or the model did not exist
 * @param difference how much more than in the step before one copy costs a month if it is always
 *     active; absent if either cost is not known
 */
public record UnitStep(
    Instant since, boolean isDeleted, Optional<UnitCount> units, Optional<Money> difference) {}
