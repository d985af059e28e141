package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;

/**
 * A drift item.
 *
 * @param drift the member that the rule table does not know
 * @param firstSeenAt when it was seen first
 */
public record UnmodeledMemberEntry(UnmodeledMember drift, Instant firstSeenAt) {}
