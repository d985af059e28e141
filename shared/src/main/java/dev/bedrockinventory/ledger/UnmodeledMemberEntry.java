package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;

/**
 * The item of an unmodeled member.
 *
 * @param member the unmodeled member
 * @param firstSeenAt when it was seen first
 */
public record UnmodeledMemberEntry(UnmodeledMember member, Instant firstSeenAt) {}
