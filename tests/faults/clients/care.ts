/** Those who see that children in care are assessed. */
import type { CareFacts } from '../rules/care.ts';
import { openCase } from './cases.ts';
import { eventOn, pickSubject, type Said, type Work } from './desk.ts';
import { pickPerson } from './people.ts';

export const care: Work = (desk) => {
  const person = pickPerson(desk, 'care-assessment', ({ use, place }) => use === 'child' && place === 'liverpool');
  return person !== undefined && desk.chance.happens(0.25)
    ? openCase(desk, person, 'care-assessment', ({ born }) => {
        const entered = desk.today - desk.chance.whole(0, 40);
        const facts = {
          kind: 'became-looked-after',
          legalStatus: 'section-20',
          authority: 'Liverpool',
          outOfArea: false,
        };
        const open = { seen: undefined, isReturned: false, isRefused: false, hasEnded: false };
        return { on: entered, facts, after: { of: 'care-assessment', born, entered, ...open } };
      })
    : careEvent(desk);
};

const careEvent: Work = (desk) => {
  const { chance } = desk;
  const found = pickSubject<CareFacts>(desk, 'care-assessment', ({ hasEnded }) => !hasEnded);
  if (found === undefined) return undefined;
  const [subject, facts] = found;
  const say = (said: Said, after: CareFacts) => eventOn<CareFacts>(desk, subject, said, after);
  if (chance.happens(0.08)) return say({ kind: 'care-ended', why: 'returned-home' }, { ...facts, hasEnded: true });
  if (facts.isRefused || subject.eventId === undefined)
    return eventOn<CareFacts>(
      desk,
      subject,
      { kind: 'consent-given', by: 'parent' },
      { ...facts, isRefused: false },
      {
        more({ body }) {
          subject.eventId = body.history.at(-1).id;
        },
      },
    );
  if (chance.happens(0.08))
    return say(
      { kind: 'consent-refused', by: 'young-person', competent: true, reason: 'They do not want to be seen' },
      { ...facts, isRefused: true },
    );
  // Seen, the plan returned; then seen for the review, from which the next one counts.
  if (facts.seen === undefined || (facts.isReturned && chance.happens(0.5)))
    return eventOn<CareFacts>(desk, subject, { kind: 'seen', by: 'medical-practitioner' }, (on) => {
      return { ...facts, seen: on };
    });
  return facts.isReturned
    ? say({ kind: 'placement-moved', outOfArea: chance.happens(0.5) }, facts)
    : say({ kind: 'plan-returned' }, { ...facts, isReturned: true });
};
