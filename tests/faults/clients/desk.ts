/** What those who use the API work with: whom they know, what they know of them, and the commands that are on their way. */
import type { Chance } from '../../../infra/local/seed/random.ts';
import { ADMINISTRATORS, type Place } from '../audience.ts';
import { dateOf } from '../calendar.ts';
import type { Facts } from '../rules/facts.ts';
import type { PlaceRules } from '../rules/place-rules.ts';
import type { Answer, Caller } from './wire.ts';

/** Somebody with what is said of them. */
export interface Person {
  readonly id: string;
  readonly place: Place;
  /** What they come for. */
  readonly use: PersonUse;
  /** Days since 1970. */
  readonly born: number;
  readonly nhsNumber: string | undefined;
  /** Kinds of what is theirs, one of a kind. */
  readonly has: Set<string>;
}

/** Children come for therapy and may be in care or assessed; young people for their checks and budgets. */
export const personUses = ['child', 'young-person'] as const;
export type PersonUse = (typeof personUses)[number];

/** A referral or a case. Until the service says its id it goes by a name of its own; so it does for the oracle. */
export interface Subject {
  readonly name: string;
  readonly personId: string;
  readonly place: Place;
  /** Where it is read, and where what happened to it is recorded. */
  readonly path: string;
  readonly eventsPath: string;
  /** The last day that something happened to it; nothing is recorded of an earlier one. */
  lastOn: number;
  /** The id of an event that a later one names: a contact, a refusal, a request. */
  eventId?: string;
}

export type Known = readonly [name: string, facts: Facts];

/** A command as it is said. */
export interface Saying {
  readonly by: Caller;
  readonly place: Place;
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly method?: 'POST' | 'PATCH' | 'PUT';
  /** What is read for the version that the command is decided on; and its answer made into what is sent. */
  readonly seenAt?: string;
  readonly bodyOf?: (seen: Answer) => unknown;
  /** Ids that nothing else is done to meanwhile, beside those in its path. */
  readonly busy?: readonly string[];
  /** What is so when it was carried out on a day. */
  readonly makes?: (today: number) => readonly Known[];
  readonly rules?: PlaceRules;
  /** Where it is read on which day it was carried out, since it may have been any on which it was sent. */
  readonly readBack?: { readonly by: Caller; pathOf(answer: Answer): string };
  /** @param on the day on which it was carried out, where that was read back. */
  readonly done: (answer: Answer, on: number) => void;
}

export interface Desk {
  readonly chance: Chance;
  /** The day it is, as clocks have it. */
  readonly today: number;
  readonly people: readonly Person[];
  readonly subjects: ReadonlyMap<string, Subject>;
  /** What is known for certain, by name. */
  readonly facts: ReadonlyMap<string, Facts>;
  rulesOf(place: string): PlaceRules;
  /** Whether something about an id is on its way. */
  isBusy(id: string): boolean;
  newName(kind: string): string;
  /** The id that the service gave to what goes by a name. */
  idOf(name: string): string | undefined;
  /** The code in the letter that somebody's family was sent. */
  codeOf(person: Person): Promise<string>;
  meet(person: Person): void;
  /** Something that is there now: its id is known, and what was recorded of it. */
  open(subject: Subject, id: string, kinds: readonly string[]): void;
  recorded(name: string, kind: string): void;
  /** What was so and comes to be known elsewhere only in time: an alert of it may still be raised. */
  linger(name: string, facts: Facts): void;
  /** Counts what is worth telling at the end. */
  tally(what: string): void;
  command(saying: Saying): Command;
  read(by: Caller, path: string, query?: Readonly<Record<string, string>>): Promise<Answer | undefined>;
}

/** A command on its way. */
export interface Command extends Saying {
  readonly key: string;
  /** What it may have made already, by name. */
  readonly maybe: Map<string, Facts[]>;
  isSent: boolean;
}

/** Work that somebody may begin; undefined when there is nothing of it to do. */
export type Work = (desk: Desk) => Command | undefined | Promise<Command | undefined>;

/** Something that fits, that nothing is on its way for. */
export function pickSubject<F extends Facts>(
  desk: Desk,
  of: F['of'],
  fits: (facts: F, subject: Subject) => boolean,
): readonly [Subject, F] | undefined {
  const fitting: [Subject, F][] = [];
  for (const [name, facts] of desk.facts) {
    const subject = facts.of === of ? desk.subjects.get(name) : undefined;
    if (subject === undefined || desk.isBusy(subject.path) || desk.isBusy(subject.personId)) continue;
    if (fits(facts as F, subject)) fitting.push([subject, facts as F]);
  }
  return fitting.length === 0 ? undefined : desk.chance.pick(fitting);
}

/** What happened, as it is recorded. */
export type Said = Readonly<Record<string, unknown>> & { readonly kind: string };

interface Besides {
  /** What follows from the answer. */
  readonly more?: (answer: Answer) => void;
  /** The day it is recorded of; a clock that was set back records nothing before what was recorded already. */
  readonly on?: number;
}

/** Something that an administrator records on a subject, and what it makes of it. */
export function eventOn<F extends Facts>(
  desk: Desk,
  subject: Subject,
  said: Said,
  after: F | ((on: number) => F | readonly Known[]),
  { more, on = Math.max(desk.today, subject.lastOn) }: Besides = {},
): Command {
  const made = typeof after === 'function' ? after(on) : after;
  const known = 'of' in made ? [[subject.name, made] as const] : made;
  const { place, path, eventsPath } = subject;
  return desk.command({
    by: ADMINISTRATORS[place],
    place,
    path: eventsPath,
    seenAt: path,
    body: { facts: said, on: dateOf(on) },
    makes: () => known,
    done(answer) {
      subject.lastOn = on;
      desk.recorded(subject.name, said.kind);
      more?.(answer);
    },
  });
}
