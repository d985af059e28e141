package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.PendingJob;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a pending job: the evidence of its creation, and its next poll. */
final class PendingJobItem implements Codec<PendingJob> {
  private static final String NEXT_POLL_AT = "nextPollAt";
  private static final String POLLS = "polls";
  private static final String UNTIL = "until";

  @Override
  public Map<String, AttributeValue> encode(PendingJob job) {
    return EvidenceItem.write(ItemKey.pendingJob(job.job()), job.created())
        .number(POLLS, job.polls())
        .instant(NEXT_POLL_AT, job.nextPollAt())
        .instant(UNTIL, job.until())
        .sealed();
  }

  @Override
  public PendingJob decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    return new PendingJob(
        EvidenceItem.read(reader),
        reader.smallNumber(POLLS),
        reader.instant(NEXT_POLL_AT),
        reader.instant(UNTIL));
  }
}
