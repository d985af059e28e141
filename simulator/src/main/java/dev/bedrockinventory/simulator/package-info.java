/**
 * A faithful local Bedrock control plane: takes HTTP requests of any AWS client, answers as the
 * service does, for tests and the local system.
 *
 * {@snippet lang=java :
 * try (var simulator = Simulator.start(0, InstantSource.system(), 42)) {
 *   var ohio = simulator.place("111122223333", "us-east-2"); // has the system profiles
 *   simulator.world().seedExamples("111122223333", "us-east-2"); // and five more, two models
 *   var chat = ohio.createProfile("chat", Map.of("team", "checkout"));
 *   ohio.tag(chat.arn(), Map.of("team", "search"));
 *   ohio.addDestination("us.amazon.nova-lite-v1:0", "us-west-1");
 *   ohio.changeUnits("invoice-reader", 4, "v1.1");
 *   ohio.delete(chat.arn());
 *   ohio.put(chat); // returns under the same ARN
 *
 *   var list = Match.calls("ListInferenceProfiles").in("111122223333", "us-east-2");
 *   simulator.faults().add(list, Fault.throttle(), 3); // three calls
 *   var omission = simulator.faults().add(list.about(chat.arn()), Fault.omit()); // until removed
 *   omission.remove();
 *
 *   simulator.endpoint(); // for AWS_ENDPOINT_URL
 *   simulator.calls().counts(); // {ListInferenceProfiles=2, ...}
 * }
 * }
 *
 * <p>A client's access key identifies the caller: {@code 111122223333alice} is user alice of
 * account 111122223333, any other key belongs to account 111122223333. A role's session belongs to
 * the account of the role.
 *
 * <p>Each call of a client that creates, deletes, tags, untags or imports, even a refused one,
 * emits an event, as CloudTrail does through EventBridge: {@code simulator.events().drain()}
 * returns those since the last call, oldest first. Reads emit none, and neither do changes made
 * directly on a region's state, which have no author: to record an author, use a client with the
 * key {@code 111122223333alice}.
 *
 * <p>Queues and parameters are created on the region's state: {@code place.queue("sweeps.fifo")},
 * {@code place.putParameter("/targets/111122223333", "{}")}. So are event buses: {@code
 * place.bus("changes").events()} returns everything that was put on one.
 *
 * <p>No account is in an organization until {@code
 * simulator.world().createOrganization(management)} creates one; accounts and organizational units
 * are put into it there. {@code simulator.world().regionOptIns()} has the regions that each account
 * lists as enabled; those that are not enabled respond all the same.
 */
@NullMarked
package dev.bedrockinventory.simulator;

import org.jspecify.annotations.NullMarked;
