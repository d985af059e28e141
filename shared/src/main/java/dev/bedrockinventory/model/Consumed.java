package dev.bedrockinventory.model;

/**
 * What a ledger's work cost.
 *
 * @param read DynamoDB read units
 * @param write DynamoDB write units
 */
public record Consumed(double read, double write) {}
