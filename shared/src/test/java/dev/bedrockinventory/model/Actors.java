package dev.bedrockinventory.model;

import java.util.Optional;

/** Authors of calls. */
public final class Actors {
  private Actors() {}

  /** An IAM user of whose credentials nothing is recorded. */
  public static Actor user(String arn) {
    return new Actor(
        arn,
        "IAMUser",
        new Actor.Session(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  /** The session of a role with this name in the account 111122223333, with all its members. */
  public static Actor session(String role, String name) {
    return new Actor(
        "arn:aws:sts::111122223333:assumed-role/%s/%s".formatted(role, name),
        "AssumedRole",
        new Actor.Session(
            Optional.of("arn:aws:iam::111122223333:role/" + role),
            Optional.of("ASIAEXAMPLEEXAMPLE01"),
            Optional.of(name + "@example.com"),
            Optional.of(
                new Actor.Person(
                    "544894e8-0000-4000-8000-000000000000",
                    "arn:aws:identitystore::111122223333:identitystore/d-9067642ac7")),
            Optional.of(false),
            true));
  }
}
