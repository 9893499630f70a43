/** What was done is there, once, and was published. */
import type { Clients } from '../clients/clients.ts';
import type { World } from '../world.ts';
import type { Differs, Found, History } from './found.ts';

/** Everything that happened was published, and nothing that did not. */
export function judgePublished({ histories, messages }: Found, world: World, differs: Differs) {
  const left = new Set(world.queue.published.keys());
  let events = 0;
  for (const { id, events: own } of histories) {
    for (const event of own) {
      events += 1;
      if (!world.queue.published.has(event.id)) differs(`${id}: its ${event.kind} was not published`);
      left.delete(event.id);
    }
  }
  const settled = messages.filter(({ state }) => state === 'sent' || state === 'failed').length;
  if (left.size !== settled) differs(`${left.size} events of messages were published, of ${settled} messages`);
  const waiting = messages.filter(({ state }) => state === 'waiting').length;
  if (waiting > 0) differs(`${waiting} messages still wait`);
  const times = [...world.queue.published.values()].reduce((sum, one) => sum + one.times, 0);
  return { 'events committed': events, 'events published': left.size + events, 'times they were published': times };
}

/** Recorded by the service itself, when a policy moves a due date. */
const BY_ITSELF = 'due-moved';

/** What the API said was done is there, once. */
export function judgeCommands({ histories, alerts }: Found, clients: Clients, differs: Differs) {
  const ids = new Set(histories.map(({ id }) => id));
  const byName = Map.groupBy(histories, ({ name }) => name);
  for (const [name, kinds] of clients.history) {
    const [found, ...more] = byName.get(name) ?? [];
    if (more.length > 0) differs(`${name}: it is there ${more.length + 1} times`);
    const is = found?.events.map(({ kind }) => kind).filter((kind) => kind !== BY_ITSELF);
    if (is === undefined || is.toSorted().join() !== kinds.toSorted().join())
      differs(`${name}: its history is ${is?.join()}, and what was recorded is ${kinds.join()}`);
  }
  for (const { id } of clients.people) if (!ids.has(id)) differs(`${id}: a person who is not there`);
  for (const { id, of, kind, name } of histories) {
    // Reviews of families' access follow from the access.
    const isMade = (of === 'referral' || of === 'case') && kind !== 'access-review';
    if (isMade && (name === undefined || !clients.history.has(name)))
      differs(`${id}: nobody asked for this ${kind ?? of}`);
  }
  for (const { id, events } of alerts) {
    const is = events.filter(({ facts }) => facts.kind === 'acknowledged' || facts.kind === 'snoozed').length;
    const said = clients.worked.get(id)?.length ?? 0;
    if (is !== said) differs(`${id}: worked ${is} times, and the API said ${said}`);
  }
  return {
    ...countsOf(histories),
    ...Object.fromEntries([...clients.tallies].toSorted()),
    people: clients.people.length,
    'commands answered': clients.answered,
    'commands refused': clients.refused,
  };
}

function countsOf(histories: readonly History[]): Readonly<Record<string, number>> {
  const made = histories.filter(({ of }) => of === 'referral' || of === 'case');
  const byKind = Map.groupBy(made, ({ of, kind = of }) => kind);
  return Object.fromEntries([...byKind].map(([kind, all]) => [`of ${kind}`, all.length] as const).toSorted());
}
