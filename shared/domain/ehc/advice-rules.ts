/** Which events fit the advice of one service where it stands. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import { kindPolicyOf } from '../case/case-policy.ts';
import type { CaseContext } from '../case/case-type.ts';
import type { AdviceFacts, AdviceFactsOf } from './advice-facts.ts';
import { absenceCounts, appointmentCounts } from './advice-limit.ts';
import type { AdviceState } from './advice-state.ts';
import { badFact, badKind } from './refuse.ts';

type Event = Pick<CaseEvent<AdviceFacts>, 'on' | 'facts'>;

/** @throws `invalid` with pointers when the event does not fit. */
export function judgeAdvice(state: AdviceState | undefined, { on, facts }: Event, context: CaseContext): void {
  if (facts.kind === 'asked') {
    judgeAsking(state, facts, context);
    return;
  }
  if (state === undefined) throw badKind('not-open', 'Advice begins with being asked for');
  switch (facts.kind) {
    case 'noted':
      return;
    case 'exception':
      judgeException(state, on, facts);
      return;
    case 'quality-checked':
      if (state.reply === null || state.reply.how === 'not-known')
        throw badKind('nothing-to-check', 'There is no advice yet whose quality could be checked');
      return;
    case 'existing-advice-accepted':
      refuseWhenEnded(state);
      judgeExisting(on, facts);
      return;
    default:
      refuseWhenEnded(state);
      return;
  }
}

function judgeAsking(
  state: AdviceState | undefined,
  { service }: AdviceFactsOf<'asked'>,
  { policy }: CaseContext,
): void {
  if (state !== undefined) throw badKind('already-open', 'This advice has been asked for already');
  if (!kindPolicyOf(policy, 'ehc-advice').services.includes(service))
    throw badFact('service', 'service-unknown', 'No such service gives advice in this place');
}

function judgeException(state: AdviceState, on: LocalDate, facts: AdviceFactsOf<'exception'>): void {
  const { receivedOn, rules, missedOn } = state;
  switch (facts.ground) {
    case 'missed-appointment':
      if (!missedOn.some((day) => appointmentCounts(receivedOn, day, rules))) {
        const message = 'No missed appointment is recorded in the 6 weeks of this advice. Record it first';
        throw badFact('ground', 'no-missed-appointment', message);
      }
      return;
    case 'absence': {
      const { leftOn, returnedOn = null } = facts;
      if (leftOn === undefined) throw badFact('leftOn', 'missing', 'Enter the day they left the area');
      if (returnedOn !== null && returnedOn < leftOn)
        throw badFact('returnedOn', 'date-order', 'The day of return is before the day they left');
      if (!absenceCounts(receivedOn, { leftOn, returnedOn }, on, rules)) {
        const message = 'They were away for less than 4 weeks of the 6 weeks of this advice';
        throw badFact(returnedOn === null ? 'leftOn' : 'returnedOn', 'absence-too-short', message);
      }
      return;
    }
    case 'exceptional-circumstances':
      return;
  }
}

const consents = ['authorAgreedOn', 'authorityAgreedOn', 'familyAgreedOn'] as const;

function judgeExisting(on: LocalDate, facts: AdviceFactsOf<'existing-advice-accepted'>): void {
  for (const name of consents) {
    if (facts[name] > on) throw badFact(name, 'date-order', 'All three agree before the advice is accepted');
    if (facts[name] < facts.writtenOn)
      throw badFact(name, 'date-order', 'Nobody agrees to advice before it is written');
  }
}

function refuseWhenEnded({ reply, withdrawnOn }: AdviceState): void {
  if (reply !== null)
    throw badKind(
      'already-replied',
      'This advice has been answered. If that was wrong, record the answer in error first',
    );
  if (withdrawnOn !== null) throw badKind('withdrawn', 'This advice is no longer needed');
}
