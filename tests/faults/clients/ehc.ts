/** The council's requests for EHC assessments, what becomes of them, and the advice that services owe for them. */
import { ADMINISTRATORS } from '../audience.ts';
import { dateOf } from '../calendar.ts';
import type { AdviceFacts, AssessmentFacts } from '../rules/ehc.ts';
import {
  type Command,
  type Desk,
  eventOn,
  type Known,
  pickSubject,
  type Said,
  type Subject,
  type Work,
} from './desk.ts';
import { pickPerson } from './people.ts';

const by = ADMINISTRATORS.liverpool;
const PLACE = 'liverpool' as const;
const ASKED = ['salt', 'ot'] as const;

/** How the advice of a service for an assessment is called: its id is the service's to give. */
export function adviceName(assessment: string, service: string): string {
  return `${assessment} ${service}`;
}

export const ehc: Work = (desk) => {
  const person = pickPerson(desk, 'ehc-assessment', ({ nhsNumber }) => nhsNumber !== undefined);
  if (person === undefined || desk.chance.happens(0.75))
    return desk.chance.happens(0.5) ? assessmentEvent(desk) : adviceEvent(desk);
  const { chance, today } = desk;
  const requested = today - chance.whole(0, 45);
  const received = Math.min(today, requested + chance.whole(0, 5));
  const name = desk.newName('ehc-assessment');
  const services = chance.happens(0.5) ? [chance.pick([...ASKED])] : [...ASKED];
  const open = { decision: undefined, isDrafted: false, isClosed: false, review: undefined };
  const assessment: AssessmentFacts = { of: 'ehc-assessment', requested, ...open };
  const { id: personId, nhsNumber, born } = person;
  const base = `/v1/people/${personId}`;
  return desk.command({
    by,
    place: PLACE,
    path: '/v1/ehc/requests',
    busy: [personId],
    body: {
      ...{ nhsNumber, birthDate: dateOf(born), receivedOn: dateOf(requested), requestedBy: 'parent' },
      ...{ councilReference: name, advice: [{ services, receivedOn: dateOf(received) }] },
    },
    makes: () => [[name, assessment], ...services.map((service) => adviceOf(name, service, received))],
    done({ body: { id } }) {
      person.has.add('ehc-assessment');
      const path = `${base}/ehc-assessments/${id}`;
      const where = { personId, place: PLACE, path, eventsPath: `${path}/events` };
      desk.open({ name, ...where, lastOn: received }, id, ['request-received', 'advice-asked']);
      for (const service of services) meetAdvice(desk, personId, name, service, received);
    },
  });
};

function adviceOf(assessment: string, service: string, asked: number): Known {
  const facts = { of: 'ehc-advice', service, asked, hasEnded: false, isExcepted: false } as const;
  return [adviceName(assessment, service), facts];
}

/** Its paths are known once somebody has read its id. */
function meetAdvice(desk: Desk, personId: string, assessment: string, service: string, lastOn: number): void {
  const name = adviceName(assessment, service);
  const path = `/v1/people/${personId}/cases/ehc-advice/${name}`;
  desk.open({ name, personId, place: PLACE, path, eventsPath: path, lastOn }, name, ['asked']);
}

const assessmentEvent: Work = (desk) => {
  const { chance } = desk;
  const found = pickSubject<AssessmentFacts>(desk, 'ehc-assessment', ({ isClosed, decision }) => {
    return !isClosed && decision !== 'do-not-assess';
  });
  if (found === undefined) return undefined;
  const [subject, facts] = found;
  const say = (said: Said, after: (on: number) => Partial<AssessmentFacts>) =>
    eventOn<AssessmentFacts>(desk, subject, said, (on) => ({ ...facts, ...after(on) }));
  const { decision, isDrafted, review } = facts;
  if (chance.happens(0.06)) {
    const reason = chance.pick(['moved-away', 'died', 'request-withdrawn'] as const);
    return ending(desk, subject, { kind: 'closed', reason }, { ...facts, isClosed: true });
  }
  if (decision === undefined)
    return chance.happens(0.8)
      ? say({ kind: 'decision', outcome: 'assess' }, () => ({ decision: 'assess' }))
      : ending(desk, subject, { kind: 'decision', outcome: 'do-not-assess' }, { ...facts, decision: 'do-not-assess' });
  if (!isDrafted) return say({ kind: 'draft-served' }, () => ({ isDrafted: true }));
  if (review === undefined) return say({ kind: 'plan-final' }, (on) => ({ review: roundFrom(on) }));
  if (review.met !== undefined)
    return review.isReported
      ? say({ kind: 'review-notice', outcome: 'maintain' }, (on) => ({ review: roundFrom(on) }))
      : say({ kind: 'review-report' }, () => ({ review: { ...review, isReported: true } }));
  if (review.setFor !== undefined && chance.happens(0.5))
    return say({ kind: 'review-meeting' }, (on) => ({ review: { ...review, met: on } }));
  const setFor = Math.max(desk.today, subject.lastOn) + chance.whole(10, 60);
  return say({ kind: 'review-meeting-set', meetingOn: dateOf(setFor) }, () => ({ review: { ...review, setFor } }));
};

function roundFrom(since: number): NonNullable<AssessmentFacts['review']> {
  return { since, setFor: undefined, met: undefined, isReported: false };
}

/** The end of an assessment ends the advice that is still owed for it: the service itself records it there. */
function ending(desk: Desk, subject: Subject, said: Said, after: AssessmentFacts): Command {
  const owed = [...desk.facts].filter(
    (one): one is [string, AdviceFacts] =>
      one[1].of === 'ehc-advice' && !one[1].hasEnded && one[0].startsWith(`${subject.name} `),
  );
  const ended = owed.map(([name, advice]) => [name, { ...advice, hasEnded: true }] as const);
  return eventOn(desk, subject, said, () => [[subject.name, after], ...ended], {
    more() {
      for (const [name] of ended) desk.recorded(name, 'withdrawn');
    },
  });
}

const adviceEvent: Work = async (desk) => {
  const { chance } = desk;
  const found = pickSubject<AdviceFacts>(desk, 'ehc-advice', ({ hasEnded }) => !hasEnded);
  if (found === undefined) return undefined;
  const [{ name, personId, lastOn }, facts] = found;
  const assessment = desk.subjects.get(name.split(' ')[0] ?? '');
  const read = assessment && (await desk.read(by, assessment.path));
  const told: readonly { readonly id: string; readonly service: string }[] =
    read?.status === 200 ? read.body.advice : [];
  const id = told.find(({ service }) => service === facts.service)?.id;
  // Somebody may have begun something about the child meanwhile.
  if (id === undefined || desk.isBusy(personId) || desk.facts.get(name) !== facts) return undefined;
  const base = `/v1/people/${personId}`;
  const subject: Subject = {
    ...{ name, personId, place: PLACE, lastOn },
    path: `${base}/cases/ehc-advice/${id}`,
    eventsPath: `${base}/ehc-advice/${id}/events`,
  };
  const say = (said: Said, change: Partial<AdviceFacts>) =>
    eventOn<AdviceFacts>(desk, subject, said, { ...facts, ...change });
  switch (
    chance.weighted([
      ['returned', 4],
      ['not-known', 1],
      ['chased', 2],
      ['exception', 1],
    ] as const)
  ) {
    case 'returned':
      return say({ kind: 'returned' }, { hasEnded: true });
    case 'not-known':
      return say({ kind: 'not-known' }, { hasEnded: true });
    case 'chased':
      return say({ kind: 'chased', by: 'email' }, {});
    case 'exception':
      return say(
        {
          kind: 'exception',
          ground: 'exceptional-circumstances',
          evidence: 'The family lost their home',
          approver: 'The head of service',
        },
        { isExcepted: true },
      );
  }
};
