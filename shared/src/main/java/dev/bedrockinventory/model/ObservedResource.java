package dev.bedrockinventory.model;

import java.time.Instant;

/**
 * One resource, read in full.
 *
 * @param arn the resource
 * @param document what the API said
 * @param answeredAt when the last of the answers that make up the document came
 */
public record ObservedResource(Arn arn, Document document, Instant answeredAt) {}
