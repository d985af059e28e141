package dev.bedrockinventory.settings;

/**
 * Where the functions run, which is what {@link Targets#HERE} means.
 *
 * @param account the account's twelve digits
 * @param region the region's code
 */
public record Hub(String account, String region) {}
