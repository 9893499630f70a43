/** Fills the local service with invented places: about 2,700 people in Liverpool, 400 in Cheshire East, and their staff. */
import { serviceSecretsSchema } from '../../../shared/adapters/secrets/service-secrets.ts';
import { serviceDeps } from '../../../shared/adapters/service-deps.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { queueEntryOf } from '../../../shared/application/queue/queue-entry.ts';
import { ageOn } from '../../../shared/domain/calendar/age.ts';
import { type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { cheshireEast } from '../../../shared/domain/policy/places/cheshire-east.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import type { DemoAccount } from '../identity/demo-account.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { storeClientOf } from '../store-client.ts';
import { budgetTasks } from './budgets.ts';
import { seedCare } from './care.ts';
import { seedReading, seedTakingPart } from './community/community.ts';
import { demoFamilyAccounts } from './demo-families.ts';
import { councilMemberships, type DemoStaff, demoStaff, machineMemberships } from './demo-staff.ts';
import { ehcTasks } from './ehc.ts';
import { familyDepsOf, seedFamilies } from './families.ts';
import { healthCheckTasks } from './health-checks.ts';
import { inventHistory, type QueueTemper, tempers } from './histories.ts';
import { inventedReferral } from './invented-referral.ts';
import { keepPerson } from './keep-person.ts';
import { seedMessaging } from './messaging.ts';
import { inventPerson, type PlaceOfLiving } from './people.ts';
import { type Chance, chanceOf } from './random.ts';

/** Who has worked each queue's referrals. */
const clinicians: Readonly<Record<string, string>> = {
  SALT: 'demo-priya',
  OT: 'demo-joy',
  ASD: 'demo-helen',
  ADHD: 'demo-helen',
};

/** Writes under way at once. */
const CONCURRENCY = 24;
/** Young people on learning-disability registers, in a place of share 1. */
const YOUNG_PEOPLE = 130;
/** How many of those who wait for one thing wait for another as well. */
const SECOND_REFERRAL = 0.14;

interface InventedPlace {
  readonly policy: Policy;
  readonly home: PlaceOfLiving;
  /** Share of the tempers' referrals. */
  readonly share: number;
  readonly seed: number;
  readonly firstSerial: number;
}

const places: readonly [InventedPlace, ...InventedPlace[]] = [
  {
    policy: liverpool,
    home: {
      districts: [
        'L1',
        'L4',
        'L5',
        'L6',
        'L7',
        'L8',
        'L9',
        'L11',
        'L12',
        'L13',
        'L14',
        'L15',
        'L16',
        'L17',
        'L18',
        'L19',
        'L24',
        'L25',
      ],
      practices: ['N82001', 'N82033', 'N82054', 'N82070', 'N82091'],
    },
    share: 1,
    seed: 2026,
    firstSerial: 100_000,
  },
  {
    policy: cheshireEast,
    home: { districts: ['CW1', 'CW2', 'CW12', 'SK9', 'SK10', 'SK11'], practices: ['N81002', 'N81022', 'N81077'] },
    share: 0.15,
    seed: 1974,
    firstSerial: 200_000,
  },
];

/**
 * What the local service starts with: who can sign in, and what puts them and their places in. Without people, staff only; with
 * families alone, the few children whose families can sign in.
 */
export function demonstration(options: {
  readonly people: boolean | 'families';
  /** Who works here besides the usual staff. */
  readonly more?: readonly DemoStaff[];
}): {
  readonly accounts: readonly DemoAccount[];
  readonly seed: (cloud: LocalCloud) => Promise<void>;
} {
  const staff = [...demoStaff, ...(options.more ?? [])];
  const seed = async (cloud: LocalCloud): Promise<void> => {
    const deps = depsOf(cloud);
    await seedStaff(deps, cloud, staff);
    await seedMessaging(deps, cloud);
    await seedReading(deps, cloud);
    if (!options.people || (await deps.queues.count(liverpool.place.id, 'SALT')) > 0) return;
    const today = localDate(cloud.today());
    for (const place of options.people === 'families' ? [] : places) await seedPlace(deps, place, today);
    const [{ home }] = places;
    if (options.people === true) await inTurns(ehcTasks(deps, liverpool, home, today), CONCURRENCY);
    if (options.people === true) await seedCare(deps, liverpool, home, today);
    const family = familyDepsOf(cloud);
    await seedFamilies(deps, family, cloud);
    if (options.people === true) await seedTakingPart(deps, family, cloud);
  };
  return { accounts: [...staff, ...demoFamilyAccounts], seed };
}

function depsOf(cloud: LocalCloud): Deps {
  const environment = cloud.environment('web');
  const secrets = serviceSecretsSchema.parse(JSON.parse(cloud.secretValue(environment['SECRETS_ID'] ?? '')));
  return serviceDeps(
    {
      stage: environment['STAGE'] ?? '',
      recordsTable: environment['RECORDS_TABLE'] ?? '',
      auditTable: environment['AUDIT_TABLE'] ?? '',
    },
    secrets,
    storeClientOf(cloud.administrator),
  );
}

async function seedStaff(deps: Deps, cloud: LocalCloud, staff: readonly DemoStaff[]): Promise<void> {
  const machines = cloud.clients
    .filter(({ client }) => client.flows.includes('client_credentials'))
    .map(({ client }) => client.id);
  const identities = [
    ...staff.map(({ sub, name, memberships }) => ({ subject: sub, name, memberships })),
    ...machines.map((id) =>
      /council/i.test(id)
        ? { subject: id, name: 'Council’s case system', memberships: councilMemberships }
        : { subject: id, name: 'Machine client', memberships: machineMemberships },
    ),
  ];
  for (const { subject, name, memberships } of identities) {
    const identity = { issuer: cloud.issuer, subject };
    if ((await deps.staff.find(identity)) !== undefined) continue;
    await deps.staff.save(identity, {
      id: deps.ids.derived('demo-staff', subject),
      version: 1,
      name,
      active: true,
      memberships: [...memberships],
    });
  }
}

async function seedPlace(deps: Deps, place: InventedPlace, today: LocalDate): Promise<void> {
  const chance = chanceOf(place.seed);
  let serial = place.firstSerial;
  const tasks: (() => Promise<void>)[] = [];
  for (const temper of tempers) {
    for (let n = 0; n < temper.referrals * place.share; n += 1) {
      const drawn = draw(chance, temper, place, serial, today);
      serial += 1;
      if (drawn !== undefined) tasks.push(() => keep(deps, place.policy, drawn, today));
    }
  }
  const { policy, home, share, seed, firstSerial } = place;
  const young = {
    policy,
    home,
    people: Math.round(YOUNG_PEOPLE * share),
    seed: seed + 1,
    firstSerial: firstSerial + 60_000,
  };
  const holders = { policy, home, share, seed: seed + 2, firstSerial: firstSerial + 70_000 };
  const duties = [...healthCheckTasks(deps, young, today), ...budgetTasks(deps, holders, today)];

  await inTurns([...tasks, ...duties], CONCURRENCY);
}

type Drawn = NonNullable<ReturnType<typeof draw>>;

/** Everything left to chance is drawn here, in order, so that how writes overlap changes nothing. */
function draw(chance: Chance, temper: QueueTemper, place: InventedPlace, serial: number, today: LocalDate) {
  const details = inventPerson(chance, serial, chance.weighted(temper.ages), today, place.home);
  const queues = [
    temper,
    ...(chance.happens(SECOND_REFERRAL) ? [chance.pick(tempers.filter(({ code }) => code !== temper.code))] : []),
  ];
  const childUnder16 = ageOn(details.birthDate, today) < 16;
  const histories = queues.map((queue) => ({
    queue: queue.code,
    history: inventHistory(chance, queue, today, childUnder16),
  }));
  // A history that begins before the birth is nobody's.
  const likely = histories.filter(({ history }) => (history[0]?.on ?? '') > details.birthDate);
  return likely.length === 0 ? undefined : { details, histories: likely, serial };
}

async function keep(
  deps: Deps,
  policy: Policy,
  { details, histories, serial }: Drawn,
  today: LocalDate,
): Promise<void> {
  const place = policy.place.id;
  const id = deps.ids.derived('seed-person', place, String(serial));
  const actor = deps.ids.derived('demo-staff', 'demo-sam');
  const clinicianOf = (queue: string) => deps.ids.derived('demo-staff', clinicians[queue] ?? 'demo-joy');
  const first = histories.map(({ history }) => history[0]?.on ?? today).toSorted()[0] ?? today;
  const person = await keepPerson(deps, { id, place, details }, { on: first, by: { actor, role: 'administrator' } });
  for (const { queue, history } of histories) {
    const referral = inventedReferral(history, {
      policy,
      queue,
      person,
      administrator: actor,
      clinician: clinicianOf(queue),
      derived: (...parts) => deps.ids.derived(...parts),
      hash: deps.hash,
    });
    await deps.referrals.create(referral, queueEntryOf(referral, person, policy, today));
  }
}

async function inTurns(tasks: readonly (() => Promise<void>)[], workers: number): Promise<void> {
  const waiting = tasks.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const task of waiting) await task();
    }),
  );
}
