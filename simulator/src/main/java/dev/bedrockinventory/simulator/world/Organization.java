package dev.bedrockinventory.simulator.world;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An organization: a root with organizational units, in which accounts are. Each unit and account
 * has one parent. Thread-safe.
 */
public final class Organization {
  private static final int ID_LENGTH = 8;

  private final String id;
  private final String root;
  private final String management;
  private final InstantSource clock;
  private final Ids ids;
  private final Map<String, String> parentOfUnit = new LinkedHashMap<>();
  private final SortedMap<String, Member> members = new TreeMap<>();
  private final Set<String> administrators = new HashSet<>();

  /** The states of an account (Organizations API Reference, Account). */
  public enum State {
    /** The sign-up is not complete. */
    PENDING_ACTIVATION,
    /** It can be used. */
    ACTIVE,
    /** AWS restricts it. */
    SUSPENDED,
    /** It is being closed. */
    PENDING_CLOSURE,
    /** It is closed, and is listed for 90 days. */
    CLOSED
  }

  /**
   * An account of the organization.
   *
   * @param account its twelve digits
   * @param parent the root, or an organizational unit
   */
  public record Member(String account, String parent, State state, Instant joinedAt) {}

  Organization(String management, InstantSource clock, Ids ids) {
    this.management = management;
    this.clock = clock;
    this.ids = ids;
    this.id = "o-" + ids.text(10);
    this.root = "r-" + ids.text(4);
    put(management, root);
  }

  /** The organization's id, such as {@code o-a1b2c3d4e5}. */
  public String id() {
    return id;
  }

  /** The id of the root. */
  public String root() {
    return root;
  }

  /** The management account. */
  public String management() {
    return management;
  }

  /** Creates an organizational unit under the root or another unit; returns its id. */
  public synchronized String createUnit(String parent) {
    var unit = "ou-%s-%s".formatted(root.substring("r-".length()), ids.text(ID_LENGTH));
    parentOfUnit.put(unit, parent);
    return unit;
  }

  /** Adds an active account, or moves the account to another parent. */
  public synchronized void put(String account, String parent) {
    var before = Optional.ofNullable(members.get(account));
    members.put(
        account,
        new Member(
            account,
            parent,
            before.map(Member::state).orElse(State.ACTIVE),
            before.map(Member::joinedAt).orElseGet(clock::instant)));
  }

  /** Changes the state of an account; one that is not a member is left alone. */
  public synchronized void change(String account, State state) {
    members.computeIfPresent(
        account, (_, member) -> new Member(account, member.parent(), state, member.joinedAt()));
  }

  /** Removes an account from the organization. */
  public synchronized void remove(String account) {
    members.remove(account);
  }

  /** Makes an account a delegated administrator, which may list accounts. */
  public synchronized void delegate(String account) {
    administrators.add(account);
  }

  /** Whether an account may list accounts: the management account, or an administrator. */
  public synchronized boolean isAdministrator(String account) {
    return account.equals(management) || administrators.contains(account);
  }

  /** Whether this is the root or an organizational unit. */
  public synchronized boolean isParent(String parent) {
    return parent.equals(root) || parentOfUnit.containsKey(parent);
  }

  /** The accounts, in the order of their ids. */
  public synchronized List<Member> members() {
    return new ArrayList<>(members.values());
  }

  /** The organizational units directly under a parent, the oldest first. */
  public synchronized List<String> units(String parent) {
    return parentOfUnit.entrySet().stream()
        .filter(unit -> unit.getValue().equals(parent))
        .map(Map.Entry::getKey)
        .toList();
  }
}
