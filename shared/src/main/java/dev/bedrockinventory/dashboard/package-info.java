/** The dashboards: views over the queries of a ledger, rendered as inert HTML. */
@NullMarked
package dev.bedrockinventory.dashboard;

import org.jspecify.annotations.NullMarked;
