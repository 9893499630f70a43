/** Those who receive referrals to therapy, and record what happens to them. */
import { ADMINISTRATORS } from '../audience.ts';
import { dateOf } from '../calendar.ts';
import type { ReferralFacts } from '../rules/referral.ts';
import { eventOn, pickSubject, type Work } from './desk.ts';
import { pickPerson } from './people.ts';

/** The queues of a campaign, by place. */
export const QUEUES = { liverpool: ['SALT', 'OT'], 'cheshire-east': ['SALT', 'PHYSIO'] } as const;

export const newReferral: Work = (desk) => {
  const { chance, today } = desk;
  const person = pickPerson(desk, 'referral', ({ use }) => use === 'child');
  if (person === undefined) return undefined;
  const { place } = person;
  const queue = chance.pick([...QUEUES[place]]);
  // Most come today; some from a list on which they have waited for long.
  const waited = chance.happens(0.4) ? 0 : chance.whole(60, 480);
  const received = today - waited;
  const accepted = waited > 0 || chance.happens(0.3);
  const facts = { source: 'gp', tier: 'routine', ...(accepted ? { alreadyAccepted: true } : {}) };
  const after: ReferralFacts = { of: 'referral', queue, received, accepted, contacts: 0, familyContacts: [] };
  const base = `/v1/people/${person.id}/referrals`;
  const name = desk.newName('referral');
  return desk.command({
    by: ADMINISTRATORS[place],
    place,
    path: base,
    body: { queue, on: dateOf(received), facts },
    makes: () => [[name, after]],
    done({ body: { id } }) {
      person.has.add('referral');
      const path = `${base}/${id}`;
      const where = { personId: person.id, place, path, eventsPath: `${path}/events` };
      desk.open({ name, ...where, lastOn: received }, id, ['received']);
    },
  });
};

export const referralEvent: Work = (desk) => {
  const what = desk.chance.weighted([
    ['told', 4],
    ['accepted', 2],
    ['contact', 2],
    ['error', 1],
  ] as const);
  const found = pickSubject<ReferralFacts>(desk, 'referral', ({ accepted, contacts }, { eventId }) => {
    if (what === 'accepted') return !accepted;
    if (what === 'contact') return accepted && contacts === 0;
    return what === 'told' || (contacts > 0 && eventId !== undefined);
  });
  if (found === undefined) return undefined;
  const [subject, facts] = found;
  switch (what) {
    case 'told': {
      const said = { kind: 'family-contacted', purpose: 'validation' };
      return eventOn<ReferralFacts>(desk, subject, said, (on) => {
        return { ...facts, familyContacts: [...facts.familyContacts, on] };
      });
    }
    case 'accepted':
      return eventOn<ReferralFacts>(desk, subject, { kind: 'triage-accepted' }, { ...facts, accepted: true });
    case 'contact': {
      const after = { ...facts, contacts: facts.contacts + 1 };
      return eventOn<ReferralFacts>(desk, subject, { kind: 'contact', mechanism: 'video' }, after, {
        more({ body }) {
          subject.eventId = body.history.at(-1).id;
        },
      });
    }
    case 'error': {
      const said = { kind: 'recorded-in-error', eventId: subject.eventId, reason: 'It was another child' };
      const after = { ...facts, contacts: facts.contacts - 1 };
      return eventOn<ReferralFacts>(desk, subject, said, after, {
        more() {
          delete subject.eventId;
        },
      });
    }
  }
};
