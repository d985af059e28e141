/** The dashboards in the browser: a server on 127.0.0.1 and the page that it serves. */
@NullMarked
package dev.bedrockinventory.cli.web;

import org.jspecify.annotations.NullMarked;
