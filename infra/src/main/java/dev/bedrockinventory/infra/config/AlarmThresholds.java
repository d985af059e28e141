package dev.bedrockinventory.infra.config;

/**
 * From which values alarms are raised.
 *
 * @param massDeletion the number of deletions within an hour in one account
 * @param staleScopes how many scopes may be stale without an alarm
 * @param staleShare which share of the scopes may be stale without an alarm, in percent
 * @param newlyRefused how many scopes may be newly refused without an alarm
 * @param oldestHours how old a complete observation may be without an alarm
 * @param targetsLost which share of the targets may be removed within a day without an alarm, in
 *     percent
 * @param withoutAuthor which share of a day's changes may lack an event without an alarm, in
 *     percent
 */
public record AlarmThresholds(
    int massDeletion,
    int staleScopes,
    int staleShare,
    int newlyRefused,
    int oldestHours,
    int targetsLost,
    int withoutAuthor) {}
