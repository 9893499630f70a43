/**
 * Those who import an extract: it is started, its rows go in by batches, and it is completed; or it is left where it is, or
 * the same file is imported once more. Whoever does it again does nothing twice.
 */
import { MANAGERS, PLACES, type Place } from '../audience.ts';
import { dateOf } from '../calendar.ts';
import type { ReferralFacts } from '../rules/referral.ts';
import type { Command, Desk, Known, Work } from './desk.ts';
import { QUEUES } from './referrals.ts';

/** A row of the file, and what is so when it is in. */
interface Row {
  readonly name: string;
  readonly record: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly facts: ReferralFacts;
}

/** A file, and how far the import of it has come. */
interface Extract {
  readonly place: Place;
  readonly rows: readonly Row[];
  /** Undefined until the import is started. */
  id: string | undefined;
  /** Rows that are in. */
  done: number;
  isComplete: boolean;
  isBegun: boolean;
}

const BATCH = 3;

/** Each has its own extracts under way. */
export function importing(): Work {
  const extracts: Extract[] = [];
  return (desk) => {
    const open = extracts.filter(({ isComplete, isBegun, id }) => !isComplete && !(isBegun && id === undefined));
    if (open.length === 0 || desk.chance.happens(0.15)) {
      const before = extracts.length > 0 && desk.chance.happens(0.4) ? desk.chance.pick(extracts) : undefined;
      // A file whose rows are all in can come again: it says what is known.
      const isRepeat = before !== undefined && before.done >= before.rows.length;
      const extract = isRepeat ? fresh(before.place, before.rows) : newExtract(desk);
      extracts.push(extract);
      return start(desk, extract);
    }
    const extract = desk.chance.pick(open);
    const { id, done, rows } = extract;
    if (id === undefined) return start(desk, extract);
    if (desk.isBusy(id)) return undefined;
    return done < rows.length ? sendBatch(desk, extract, id) : complete(desk, extract, id);
  };
}

function fresh(place: Place, rows: readonly Row[]): Extract {
  return { place, rows, id: undefined, done: 0, isComplete: false, isBegun: false };
}

function newExtract(desk: Desk): Extract {
  const { chance, today } = desk;
  const place = chance.pick([...PLACES]);
  const file = desk.newName('extract');
  const rows = Array.from({ length: chance.whole(4, 7) }, (_, at): Row => {
    const queue = chance.pick([...QUEUES[place]]);
    const received = today - chance.whole(20, 400);
    const name = `${file}-row-${at + 1}`;
    const cells = {
      ...{ referralId: name, localId: `${name}-person`, familyName: `Of ${name}`, givenName: 'Sample' },
      ...{ birthDate: dateOf(today - chance.whole(1_100, 3_000)), service: queue },
      ...{ receivedOn: dateOf(received), source: 'GP', priority: 'Routine' },
    };
    // It comes from a list on which it was accepted.
    const facts = { of: 'referral', queue, received, accepted: true, contacts: 0, familyContacts: [] } as const;
    return { name, record: at + 1, cells, facts };
  });
  return fresh(place, rows);
}

function start(desk: Desk, extract: Extract): Command {
  const { place, rows } = extract;
  extract.isBegun = true;
  return desk.command({
    by: MANAGERS[place],
    place,
    path: '/v1/imports',
    body: { system: 'campaign', rows: rows.length },
    done({ body: { id } }) {
      extract.id = id;
    },
  });
}

function sendBatch(desk: Desk, extract: Extract, id: string): Command {
  const { place } = extract;
  const rows = extract.rows.slice(extract.done, extract.done + BATCH);
  const isNew = rows.some(({ name }) => !desk.facts.has(name));
  return desk.command({
    by: MANAGERS[place],
    place,
    path: `/v1/imports/${id}/batches`,
    body: { rows: rows.map(({ record, cells }) => ({ record, line: record + 1, cells })) },
    makes: () => (isNew ? rows.map(({ name, facts }): Known => [name, facts]) : []),
    done(answer) {
      extract.done += rows.length;
      for (const [at, row] of rows.entries()) if (isNew) meet(desk, place, row, answer.body.rows[at]);
    },
  });
}

function meet(desk: Desk, place: Place, { name, facts }: Row, told: { personId: string; referralId: string }): void {
  const path = `/v1/people/${told.personId}/referrals/${told.referralId}`;
  const where = { personId: told.personId, place, path, eventsPath: `${path}/events` };
  desk.open({ name, ...where, lastOn: facts.received }, told.referralId, ['received']);
}

function complete(desk: Desk, extract: Extract, id: string): Command {
  const { place } = extract;
  return desk.command({
    by: MANAGERS[place],
    place,
    path: `/v1/imports/${id}/complete`,
    done() {
      extract.isComplete = true;
      desk.tally('extracts imported');
    },
  });
}
