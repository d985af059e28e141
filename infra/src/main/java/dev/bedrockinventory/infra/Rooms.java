package dev.bedrockinventory.infra;

/** The rooms of the house in which something happens, to be watched. */
record Rooms(
    Plan plan,
    SweepQueue sweepQueue,
    Sweeps sweeps,
    EventQueue eventQueue,
    Refreshes refreshes,
    Feed feed) {}
