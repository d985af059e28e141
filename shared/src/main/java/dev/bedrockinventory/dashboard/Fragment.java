package dev.bedrockinventory.dashboard;

/**
 * The content of a view.
 *
 * @param template the name of its template, such as {@code overview.jte}
 * @param model the only parameter of the template
 */
record Fragment(String template, Object model) {}
