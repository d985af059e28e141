package dev.bedrockinventory.simulator.wire;

/**
 * How the pages of a listing look.
 *
 * @param array the member that holds the items
 * @param token the member of request and answer that leads to the next page
 * @param arn the member of an item that names it
 */
public record PageFormat(String array, String token, String arn) {}
