/**
 * The dashboards: a view's name and its filters come in, HTML without scripts, in which all data is
 * escaped, goes out; the handler of CloudWatch's widgets and {@code ./inventory serve} call it.
 */
@NullMarked
package dev.bedrockinventory.dashboard;

import org.jspecify.annotations.NullMarked;
