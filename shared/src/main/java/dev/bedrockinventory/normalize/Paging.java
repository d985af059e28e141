package dev.bedrockinventory.normalize;

/**
 * The members of a page.
 *
 * @param resources the array of resources
 * @param token the token of the next page
 */
record Paging(String resources, String token) {}
