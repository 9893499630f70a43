/** Families who are let in and write to the team, and the team that reads and answers what they wrote. */
import { ADMINISTRATORS } from '../audience.ts';
import { type MessageFacts, topics } from '../rules/message.ts';
import type { ReferralFacts } from '../rules/referral.ts';
import { type Command, type Desk, eventOn, type Person, pickSubject, type Said, type Work } from './desk.ts';
import { pickPerson } from './people.ts';
import type { Caller } from './wire.ts';

const by = ADMINISTRATORS.liverpool;
const PLACE = 'liverpool' as const;
const FAMILY_ISSUER = 'https://families.example';

export const family: Work = (desk) => {
  const invited = desk.people.find(({ id, has }) => has.has('invitation') && !has.has('family') && !desk.isBusy(id));
  if (invited !== undefined) return letIn(desk, invited);
  if (desk.chance.happens(0.15)) return invite(desk);
  return desk.chance.happens(0.5) ? write(desk) : workMessage(desk);
};

function callerOf({ id }: Person): Caller {
  return { issuer: FAMILY_ISSUER, subject: `family-of-${id}` };
}

function invite(desk: Desk): Command | undefined {
  const person = pickPerson(desk, 'invitation', ({ use, place, has }) => {
    return use === 'child' && place === PLACE && has.has('referral');
  });
  if (person === undefined) return undefined;
  const path = `/v1/people/${person.id}/family-access`;
  return desk.command({
    by,
    place: PLACE,
    path: `${path}/invitations`,
    seenAt: path,
    body: {
      ...{ holder: 'adult', name: 'Parent', relationship: 'mother', basis: 'parental-responsibility' },
      checked: 'birth-certificate',
    },
    done: () => void person.has.add('invitation'),
  });
}

/** The code of the letter becomes their way in. */
async function letIn(desk: Desk, person: Person): Promise<Command | undefined> {
  const code = await desk.codeOf(person);
  if (desk.isBusy(person.id) || person.has.has('family')) return undefined;
  return desk.command({
    by: callerOf(person),
    place: PLACE,
    path: '/v1/family/codes',
    busy: [person.id],
    body: { code },
    done() {
      person.has.add('family');
      desk.tally('families let in');
    },
  });
}

function write(desk: Desk): Command | undefined {
  const { chance } = desk;
  const fitting = desk.people.filter(({ id, has }) => has.has('family') && !desk.isBusy(id));
  if (fitting.length === 0) return undefined;
  const person = chance.pick(fitting);
  const found = [...desk.facts].find(
    (one): one is [string, ReferralFacts] =>
      one[1].of === 'referral' && desk.subjects.get(one[0])?.personId === person.id,
  );
  if (found === undefined) return undefined;
  const topic = chance.pick([...topics]);
  // What is about rights goes to whoever answers for the place, all else to the team of the wait.
  const isRight = topic === 'complaint' || topic === 'copy-of-record';
  const service = isRight ? 'family-liaison' : found[1].queue.toLowerCase();
  const name = desk.newName('family-message');
  const unworked = { isRead: false, isAnswered: false, isClosed: false };
  const base = `/v1/people/${person.id}/cases/family-message`;
  return desk.command({
    by: callerOf(person),
    place: PLACE,
    path: `/v1/family/children/${person.id}/messages`,
    body: { topic, referralId: desk.idOf(found[0]), text: 'A message of the campaign' },
    makes: (sent) => [[name, { of: 'family-message', topic, service, sent, ...unworked }]],
    readBack: { by, pathOf: ({ body }) => `${base}/${body.messageId}` },
    done({ body: { messageId } }, on) {
      const path = `${base}/${messageId}`;
      const where = { personId: person.id, place: PLACE, path, eventsPath: `${path}/events` };
      desk.open({ name, ...where, lastOn: on }, messageId, ['sent']);
    },
  });
}

function workMessage(desk: Desk): Command | undefined {
  const found = pickSubject<MessageFacts>(desk, 'family-message', ({ isClosed }) => !isClosed);
  if (found === undefined) return undefined;
  const [subject, facts] = found;
  const say = (said: Said, change: Partial<MessageFacts>) =>
    eventOn<MessageFacts>(desk, subject, said, { ...facts, ...change });
  const needsAnswer = !facts.isAnswered && facts.topic !== 'still-needed';
  // Whoever answers, or closes, has read.
  if (!facts.isRead && desk.chance.happens(0.6)) return say({ kind: 'read' }, { isRead: true });
  if (needsAnswer) return say({ kind: 'answered', text: 'An answer' }, { isRead: true, isAnswered: true });
  return say({ kind: 'closed', note: 'Done' }, { isRead: true, isClosed: true });
}
