/** Those who bring personal health budgets about, pay and review them. */
import { birthday, dateOf } from '../calendar.ts';
import type { BudgetFacts } from '../rules/budget.ts';
import { openCase } from './cases.ts';
import { type Command, type Desk, eventOn, pickSubject, type Said, type Subject, type Work } from './desk.ts';
import { pickPerson } from './people.ts';
import type { Answer } from './wire.ts';

const ANNUAL = 1_200_000;
const RECONSIDERATION = 'Write to the team within three months';

export const budget: Work = (desk) => {
  const { chance } = desk;
  const person = pickPerson(desk, 'budget', ({ use }) => use === 'young-person');
  if (person === undefined || chance.happens(0.9)) return budgetEvent(desk);
  return openCase(desk, person, 'budget', ({ born }) => {
    const none = { liveOn: undefined, firstPayment: undefined, lastReview: undefined, askedAgain: undefined };
    const consents = { representative: undefined, own: undefined };
    const facts = { kind: 'requested', right: 'continuing-care', askedBy: 'parent' };
    const isDirect = chance.happens(0.5);
    const after = { of: 'budget', born, stage: 'requested', isDirect, isSigned: false, ...none, consents } as const;
    return { on: desk.today - chance.whole(0, 75), facts, after };
  });
};

const budgetEvent: Work = (desk) => {
  const found = pickSubject<BudgetFacts>(desk, 'budget', ({ stage, askedAgain }, { eventId }) => {
    if (stage === 'refused') return askedAgain !== undefined || eventId !== undefined;
    return stage !== 'ended';
  });
  if (found === undefined) return undefined;
  const [subject, facts] = found;
  const steps = new Steps(desk, subject, facts);
  switch (facts.stage) {
    case 'requested':
      return desk.chance.happens(0.8)
        ? steps.early({ kind: 'found-eligible', reason: 'Continuing care' }, { stage: 'eligible' })
        : steps.refuse();
    case 'refused':
      return steps.lookAgain();
    case 'eligible':
      return steps.early(
        { kind: 'indicative-set', annualPence: ANNUAL, allTypesOffered: true },
        { stage: 'indicative' },
      );
    case 'indicative':
      return steps.early({ kind: 'planning-started' }, { stage: 'planning' });
    case 'planning':
      return steps.early({ kind: 'agreed', agreedWith: 'parent', plan: steps.plan() }, { stage: 'agreed' });
    case 'agreed':
      return steps.toLive();
    case 'live':
    case 'suspended':
      return steps.running();
    case 'ended':
      return undefined;
  }
};

class Steps {
  readonly #desk: Desk;
  readonly #subject: Subject;
  readonly #facts: BudgetFacts;

  constructor(desk: Desk, subject: Subject, facts: BudgetFacts) {
    this.#desk = desk;
    this.#subject = subject;
    this.#facts = facts;
  }

  /** Recorded as of the day of the step before: what was agreed some time ago and is entered now. */
  early(said: Said, change: Partial<BudgetFacts> | ((on: number) => Partial<BudgetFacts>)): Command {
    return this.#say(said, change, undefined, this.#subject.lastOn);
  }

  plan() {
    const day = dateOf(this.#subject.lastOn);
    const { isDirect } = this.#facts;
    return {
      annualPence: ANNUAL,
      startsOn: day,
      endsOn: null,
      oneOff: false,
      parts: [{ type: isDirect ? 'direct-payment' : 'notional', annualPence: ANNUAL }],
      payments: { rhythm: 'monthly', firstOn: day },
      goals: [{ code: 'goal-1', text: 'Eat with friends' }],
      categories: [{ code: 'assistant', name: 'Personal assistant', annualPence: ANNUAL, goals: ['goal-1'] }],
    };
  }

  refuse(): Command {
    const said = { kind: 'found-not-eligible', reason: 'No right to it', reconsideration: RECONSIDERATION };
    return this.#say(said, { stage: 'refused' });
  }

  /** A refusal is asked to be looked at again, and that is decided: the next request names the event before it. */
  lookAgain(): Command {
    const { eventId } = this.#subject;
    if (this.#facts.askedAgain === undefined) {
      const said = { kind: 'reconsideration-asked', decisionId: eventId, askedBy: 'parent', reason: 'We do not agree' };
      return this.#say(said, (on) => ({ askedAgain: on }));
    }
    const said = { kind: 'reconsideration-decided', askedId: eventId, outcome: 'upheld', reason: 'Nothing is new' };
    return this.#say(said, { askedAgain: undefined }, 'forget');
  }

  toLive(): Command {
    const { isDirect, isSigned, consents, born } = this.#facts;
    const { lastOn } = this.#subject;
    if (isDirect && !isSigned)
      return this.early(
        { kind: 'agreement-signed', signedBy: 'representative', accountChecked: true },
        { isSigned: true },
      );
    const isSixteen = lastOn >= birthday(born, 16);
    if (isDirect && (isSixteen ? consents.own : consents.representative) === undefined) return this.#consent(isSixteen);
    return this.early({ kind: 'went-live' }, (on) => ({ stage: 'live', liveOn: on }));
  }

  running(): Command {
    const { chance, today } = this.#desk;
    const { stage, born, isDirect, consents, firstPayment } = this.#facts;
    const needsOwn = isDirect && consents.own === undefined && today >= birthday(born, 16);
    if (needsOwn && chance.happens(0.3)) return this.#consent(true);
    const what = chance.weighted([
      ['review', 5],
      ['payment', 3],
      ['suspension', 2],
      ['end', 1],
    ] as const);
    if (what === 'payment' && stage === 'live' && isDirect && firstPayment === undefined && !needsOwn) {
      const said = { kind: 'payment-made', type: 'direct-payment', amountPence: 100 };
      // The first payment moves the day that the first review counts from.
      return this.#say(said, (on) => ({ firstPayment: on }));
    }
    if (what === 'suspension')
      return stage === 'live'
        ? this.#say(
            { kind: 'suspended', why: 'in-hospital', reason: 'They are in hospital', reconsideration: RECONSIDERATION },
            { stage: 'suspended' },
          )
        : this.#say({ kind: 'resumed', reason: 'They are at home' }, { stage: 'live' });
    if (what === 'end') {
      const why = chance.pick(['moved-away', 'died', 'completed'] as const);
      const said = { kind: 'ended', why, reason: 'It is not needed', reconsideration: RECONSIDERATION };
      return this.#say(said, { stage: 'ended' });
    }
    const said = { kind: 'review-held', outcome: 'continue', goalsMet: 1, note: 'It goes well' };
    return this.#say(said, (on) => ({ lastReview: on }));
  }

  #consent(isOwn: boolean): Command {
    const said = { kind: 'consent-given', by: isOwn ? 'young-person' : 'representative' };
    const { consents } = this.#facts;
    const change = (on: number) => ({
      consents: isOwn ? { ...consents, own: on } : { ...consents, representative: on },
    });
    return this.#facts.stage === 'agreed' ? this.early(said, change) : this.#say(said, change);
  }

  #say(
    said: Said,
    change: Partial<BudgetFacts> | ((on: number) => Partial<BudgetFacts>),
    eventId?: 'forget',
    on?: number,
  ): Command {
    const facts = this.#facts;
    const subject = this.#subject;
    const after = (day: number): BudgetFacts => {
      return { ...facts, ...(typeof change === 'function' ? change(day) : change) };
    };
    const more = ({ body }: Answer) => {
      if (eventId === 'forget') delete subject.eventId;
      else subject.eventId = body.history.at(-1).id;
    };
    return eventOn<BudgetFacts>(this.#desk, subject, said, after, { more, ...(on === undefined ? {} : { on }) });
  }
}
