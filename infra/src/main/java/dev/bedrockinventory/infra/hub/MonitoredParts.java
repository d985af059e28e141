package dev.bedrockinventory.infra.hub;

/** The rooms of the house in which something happens, to be watched. */
public record MonitoredParts(
    PlanFunction plan,
    SweepQueue sweepQueue,
    SweepFunction sweeps,
    EventQueue eventQueue,
    RefreshFunction refreshes,
    FeedFunction feed) {}
