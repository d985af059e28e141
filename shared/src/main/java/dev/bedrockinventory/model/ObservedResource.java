package dev.bedrockinventory.model;

import java.time.Instant;

/**
 * One resource, read in full.
 *
 * @param arn the resource
 * @param document the API's response
 * @param answeredAt when the last response that is part of the document was received
 */
public record ObservedResource(Arn arn, Document document, Instant answeredAt) {}
