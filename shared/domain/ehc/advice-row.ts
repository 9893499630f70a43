/** What the row of one service's advice tells besides what every row does. */
import { type LocalDate, localDate } from '../calendar/local-date.ts';
import type { CaseSummary } from '../case/case-type.ts';
import type { AdviceState } from './advice-state.ts';

export interface AdviceRowFacts {
  readonly receivedOn: LocalDate;
  /** The day from which the body is to be chased next; null once nothing is owed. */
  readonly chaseFrom: LocalDate | null;
  readonly excepted: boolean;
  readonly reply: string | null;
  /** The day of the reply, or of the withdrawal. */
  readonly endedOn: LocalDate | null;
}

/** The facts in the order in which a row keeps them. */
export function packAdviceRow(state: AdviceState): readonly string[] {
  const { receivedOn, chaseFrom, exceptions, reply, withdrawnOn } = state;
  const endedOn = reply?.on ?? withdrawnOn;
  return [receivedOn, chaseFrom ?? '', exceptions.at(-1)?.ground ?? '', reply?.how ?? '', endedOn ?? ''];
}

/** Those facts again. A row of advice that was asked for in error has none. */
export function adviceRowFacts({ more = [] }: Pick<CaseSummary, 'more'>): AdviceRowFacts | undefined {
  const [receivedOn = '', chaseFrom = '', exception = '', reply = '', endedOn = ''] = more;
  if (receivedOn === '') return undefined;
  return {
    receivedOn: localDate(receivedOn),
    chaseFrom: chaseFrom === '' ? null : localDate(chaseFrom),
    excepted: exception !== '',
    reply: reply === '' ? null : reply,
    endedOn: endedOn === '' ? null : localDate(endedOn),
  };
}
