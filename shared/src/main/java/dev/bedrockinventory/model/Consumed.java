package dev.bedrockinventory.model;

/**
 * The consumed capacity of a ledger.
 *
 * @param read DynamoDB read units
 * @param write DynamoDB write units
 */
public record Consumed(double read, double write) {}
