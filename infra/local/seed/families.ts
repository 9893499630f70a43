/** Lets the demonstration families in, by the same use cases that staff and families use. */
import { familyDeps } from '../../../shared/adapters/family-deps.ts';
import { familySecretsSchema } from '../../../shared/adapters/secrets/service-secrets.ts';
import type { Call } from '../../../shared/application/call.ts';
import type { Deps, FamilyDeps } from '../../../shared/application/deps.ts';
import { familyOf } from '../../../shared/application/family/family-session.ts';
import { redeemInvitation } from '../../../shared/application/family/redeem-invitation.ts';
import { inviteFamily } from '../../../shared/application/family-access/invite-family.ts';
import { recordFamilyContact } from '../../../shared/application/family-access/reach-family.ts';
import { recordFamilyAccess } from '../../../shared/application/family-access/record-family-access.ts';
import { queueEntryOf } from '../../../shared/application/queue/queue-entry.ts';
import type { FactsOf } from '../../../shared/domain/access/access-event.ts';
import { type Instant, instantOf } from '../../../shared/domain/calendar/instant.ts';
import { addDays, addMonths, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { storeClientOf } from '../store-client.ts';
import { type DemoChild, demoChildren, demoFamilyAccounts } from './demo-families.ts';
import type { Happening } from './histories.ts';
import { inventedReferral } from './invented-referral.ts';
import { keepPerson } from './keep-person.ts';
import { inventPerson } from './people.ts';
import { chanceOf } from './random.ts';

const FIRST_SERIAL = 300_000;
const PLACE = liverpool.place.id;

interface Seeding {
  readonly deps: Deps;
  readonly family: FamilyDeps;
  readonly issuer: string;
  readonly today: LocalDate;
  readonly now: Instant;
}

/** What the families' pages work with. */
export function familyDepsOf(cloud: LocalCloud): FamilyDeps {
  const environment = cloud.environment('family-web');
  const secrets = familySecretsSchema.parse(JSON.parse(cloud.secretValue(environment['SECRETS_ID'] ?? '')));
  const settings = {
    stage: environment['STAGE'] ?? '',
    recordsTable: environment['RECORDS_TABLE'] ?? '',
    indicatorsTable: environment['INDICATORS_TABLE'] ?? '',
    auditTable: environment['AUDIT_TABLE'] ?? '',
  };
  return familyDeps(settings, secrets, storeClientOf(cloud.administrator));
}

export async function seedFamilies(deps: Deps, family: FamilyDeps, cloud: LocalCloud): Promise<void> {
  const seeding = { deps, family, issuer: cloud.issuer, today: localDate(cloud.today()), now: instantOf(cloud.now()) };
  for (const [index, child] of demoChildren.entries()) {
    const personId = await keepChild(seeding, child, FIRST_SERIAL + index * 7);
    await letIn(seeding, child, personId);
  }
}

async function keepChild({ deps, today }: Seeding, child: DemoChild, serial: number): Promise<string> {
  const [years, months] = child.age;
  const home = { districts: ['L15'], practices: ['N82054'] };
  const invented = inventPerson(chanceOf(serial), serial, years, today, home);
  const { givenName, familyName, flags, waits } = child;
  const birthDate = addMonths(today, -(years * 12 + months));
  const id = deps.ids.derived('seed-family-child', PLACE, givenName, familyName);
  const actor = deps.ids.derived('demo-staff', 'demo-sam');
  const first = addDays(today, -Math.max(...waits.map(({ days }) => days)));
  const details = { ...invented, givenName, familyName, birthDate, flags: [...flags] };
  const by = { actor, role: 'administrator' };
  const person = await keepPerson(deps, { id, place: PLACE, details }, { on: first, by });
  for (const { queue, days, bookedIn } of waits) {
    const received = addDays(today, -days);
    const history: Happening[] = [
      { on: received, facts: { kind: 'received', source: 'school', tier: 'routine', alreadyAccepted: false } },
      { on: addDays(received, 4), facts: { kind: 'triage-accepted' } },
      { on: addDays(received, 5), facts: { kind: 'family-contacted', purpose: 'acknowledgement' } },
    ];
    if (bookedIn !== undefined)
      history.push({
        on: addDays(today, -3),
        facts: { kind: 'appointment-booked', appointmentOn: addDays(today, bookedIn), time: '10:30' },
      });
    const derived = (...parts: readonly string[]) => deps.ids.derived(...parts);
    const invention = { policy: liverpool, queue, person, administrator: actor, clinician: actor, derived };
    const referral = inventedReferral(history, { ...invention, hash: deps.hash });
    await deps.referrals.create(referral, queueEntryOf(referral, person, liverpool, today));
  }
  return id;
}

async function letIn({ deps, family, issuer, today, now }: Seeding, child: DemoChild, personId: string): Promise<void> {
  const sam = deps.ids.derived('demo-staff', 'demo-sam');
  const actor = { id: sam, place: PLACE, role: 'administrator' as const, services: ['salt', 'ot', 'asd', 'adhd'] };
  const call: Call = { actor, now, requestId: 'seed' };
  let version = 0;
  const record = async (facts: Parameters<typeof recordFamilyAccess>[3]['facts']) => {
    const key = `seed-${version}`;
    version = (await recordFamilyAccess(deps, call, personId, { facts, on: today }, version, key)).access.version;
  };
  if (child.careOrder !== undefined) await record({ kind: 'care-order-made', authority: child.careOrder });
  const granted = new Map<string, string>();
  for (const grant of child.grants) {
    if (grant.basis === 'own') await decide(child, granted, record);
    const account = demoFamilyAccounts.find(({ id }) => id === grant.account);
    if (account === undefined) throw new Error(`There is no demonstration account ${grant.account}`);
    const { relationship, basis = 'parental-responsibility', authority } = grant;
    const input = {
      ...{ relationship, basis, name: account.name, checked: checkOf(basis) },
      holder: basis === 'own' ? ('young-person' as const) : ('adult' as const),
      ...(authority === undefined ? {} : { authority }),
    };
    const invited = await inviteFamily(deps, call, personId, input, version, `seed-${grant.account}`);
    granted.set(grant.account, invited.grantId);
    const invitation = invited.grants.find(({ id }) => id === invited.grantId)?.invitation;
    const identity = { issuer, subject: account.sub };
    const who = { ...(await familyOf(family, identity)), identity, now, requestId: 'seed' };
    await redeemInvitation(family, who, { code: deps.invitations.codeOf(invitation?.id ?? '') }, `seed-${personId}`);
    version = invited.access.version + 1;
    const { grantId } = invited;
    if (grant.reach) {
      const { phone, email, preferences } = grant.reach;
      const saidBy = `${account.name}, by telephone`;
      const write = async (channel: 'text' | 'email', address: string) => {
        const contact = { channel, address, saidBy, checked: true };
        const kept = await recordFamilyContact(deps, call, { personId, grantId }, contact, version, `seed-${version}`);
        version = kept.access.version;
      };
      await write('text', phone);
      if (email !== undefined) await write('email', email);
      await record({ kind: 'preferences-set', grantId, preferences, saidBy });
    }
    if (grant.hidden) await record({ kind: 'limited', grantId, hidden: [...grant.hidden], reason: 'court-order' });
    if (grant.revoked) await record({ kind: 'revoked', grantId, reason: 'no-longer-responsible' });
  }
}

/** Before the child's own invitation: whether they can decide, and whom they want to see the record. */
async function decide(
  { consentsTo }: DemoChild,
  granted: ReadonlyMap<string, string>,
  record: (facts: FactsOf<'competence-assessed'>) => Promise<void>,
): Promise<void> {
  if (consentsTo === undefined) return;
  const named = consentsTo.flatMap((account) => granted.get(account) ?? []);
  await record({ kind: 'competence-assessed', competent: true, consentsTo: named });
}

function checkOf(basis: FactsOf<'invited'>['basis']): FactsOf<'invited'>['checked'] {
  if (basis === 'parental-responsibility') return 'birth-certificate';
  return basis === 'own' ? 'known-to-service' : 'authority-record';
}
