package dev.bedrockinventory.simulator.wire;

/**
 * The members of a list's pages.
 *
 * @param array the member that holds the items
 * @param token the member of request and response that leads to the next page
 * @param arn the member of an item that identifies it
 */
public record PageFormat(String array, String token, String arn) {}
