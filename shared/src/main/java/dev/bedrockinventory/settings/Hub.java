package dev.bedrockinventory.settings;

/**
 * The account and region of the functions, which {@link Targets#HERE} means.
 *
 * @param account the account's twelve digits
 * @param region the region's code
 */
public record Hub(String account, String region) {}
