/** The stack of each member account: the role that reads it and the rules that send its events. */
@NullMarked
package dev.bedrockinventory.infra.member;

import org.jspecify.annotations.NullMarked;
