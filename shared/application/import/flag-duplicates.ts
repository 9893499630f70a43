import { isDomainError } from '../../domain/error.ts';
import { possibleDuplicates } from '../../domain/import/possible-duplicates.ts';
import { flaggedPerson } from '../../domain/person/record-person.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import { atOnce } from './at-once.ts';
import type { ImportContext } from './import-context.ts';

const WORKERS = 8;
/** How often a person is tried whom somebody else changes at the same moment. */
const TRIES = 3;

/**
 * Flags the people of an import who may be somebody else who is kept, and those others too. Doing it twice changes
 * nothing. Answers those of the import.
 * @param ofImport ids of the people whom the import brought in or changed.
 * @param everybody the rows of all lists of the place: one look at them tells more than a question for each person.
 */
export async function flagDuplicates(
  context: ImportContext,
  ofImport: ReadonlySet<string>,
  everybody: readonly QueueRow[],
): Promise<ReadonlySet<string>> {
  const all = possibleDuplicates(everybody);
  const alike = [...all].filter(([id, others]) => ofImport.has(id) || others.some((other) => ofImport.has(other)));
  const people = await context.deps.people.many(
    context.call.actor.place,
    alike.map(([id]) => id),
  );
  const known = new Map(people.map((person) => [person.id, person]));
  await atOnce(alike, WORKERS, async ([id, others]) => {
    let person = known.get(id);
    for (let round = 1; person !== undefined && round <= TRIES; round += 1) {
      const recorder = {
        eventId: context.deps.ids.derived('import-duplicate', context.importId, id),
        recordedAt: context.call.now,
        by: { actor: context.call.actor.id, role: context.call.actor.role },
        importId: context.importId,
        hash: context.deps.hash,
      };
      const flagged = flaggedPerson(person, others, recorder);
      if (flagged === person) return;
      try {
        await context.deps.people.save(flagged);
        return;
      } catch (refused) {
        if (!isDomainError(refused, 'stale') || round === TRIES) throw refused;
        person = await context.deps.people.get(context.call.actor.place, id);
      }
    }
  });
  return new Set(alike.map(([id]) => id).filter((id) => ofImport.has(id)));
}
