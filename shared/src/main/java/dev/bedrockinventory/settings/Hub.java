package dev.bedrockinventory.settings;

/**
 * The account and region in which the functions run, which {@link Targets#HERE} means.
 *
 * @param account the account's twelve digits
 * @param region the region's code
 */
public record Hub(String account, String region) {}
