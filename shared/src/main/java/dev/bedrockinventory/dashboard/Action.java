package dev.bedrockinventory.dashboard;

/**
 * A button that calls the function again.
 *
 * @param label the text of the button
 * @param endpoint the ARN of the function
 * @param json its parameters, a JSON object
 */
public record Action(String label, String endpoint, String json) {}
