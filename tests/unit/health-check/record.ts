import { createHash } from 'node:crypto';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Case, CaseEvent } from '../../../shared/domain/case/case.ts';
import type { CaseContext } from '../../../shared/domain/case/case-type.ts';
import { standingIn } from '../../../shared/domain/case/generic-facts.ts';
import { openCase, recordOnCase, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import type { HealthCheckFacts } from '../../../shared/domain/health-check/facts.ts';
import { healthCheckFactsSchema } from '../../../shared/domain/health-check/facts.ts';
import { healthCheckType } from '../../../shared/domain/health-check/health-check-type.ts';
import type { HealthCheckState } from '../../../shared/domain/health-check/state.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';

/** Facts as a caller sends them, before they are parsed. */
type Said = { readonly kind: HealthCheckFacts['kind'] | 'recorded-in-error'; readonly [name: string]: unknown };

/** A record that grows by what is said of it, as the service itself grows one. */
export class HealthCheckRecord {
  #case: Case | undefined;
  readonly #context: CaseContext;

  constructor(birthDate: string, today: string, diedOn?: string) {
    this.#context = {
      policy: liverpool,
      person: {
        birthDate: localDate(birthDate),
        flags: ['learning-disability'],
        diedOn: diedOn === undefined ? null : localDate(diedOn),
        gpPractice: null,
      },
      asAt: localDate(today),
      holidays: englandAndWales,
    };
  }

  say(on: string, said: Said): this {
    const facts = said.kind === 'recorded-in-error' ? said : healthCheckFactsSchema.parse(said);
    const recorder = {
      eventId: `event-${String(this.#case?.events.length ?? 0).padStart(12, '0')}`,
      recordedAt: parseInstant('2026-01-02T09:00:00.000Z'),
      by: { actor: 'staff-0000000001', role: 'clinician' },
      hash: (text: string) => createHash('sha256').update(text).digest('base64url'),
    };
    const happened = { on: localDate(on), facts };
    this.#case =
      this.#case === undefined
        ? openCase(
            healthCheckType,
            { id: 'case-00000000001', place: 'liverpool', personId: 'person-000000001' },
            happened,
            recorder,
            this.#context,
          )
        : recordOnCase(healthCheckType, this.#case, happened, recorder, this.#context);
    return this;
  }

  /** The code and pointer of the refusal of what is said; undefined when it is taken. */
  refusal(on: string, said: Said): string | undefined {
    try {
      this.say(on, said);
      return undefined;
    } catch (refused) {
      if (!isDomainError(refused)) throw refused;
      return `${refused.issues[0]?.pointer} ${refused.code}`;
    }
  }

  state(asAt?: string): HealthCheckState {
    const state = this.#case && stateOfCase<HealthCheckState>(healthCheckType, this.#case, this.#at(asAt));
    if (state === undefined) throw new Error('There is no record on this day');
    return state;
  }

  summary(asAt?: string) {
    return healthCheckType.summary(this.state(asAt), this.#at(asAt));
  }

  deadlines(asAt?: string) {
    return healthCheckType.deadlines(this.state(asAt), this.#at(asAt));
  }

  standing() {
    return standingIn(this.#case?.events ?? []) as readonly CaseEvent<HealthCheckFacts>[];
  }

  eventId(kind: string): string {
    return this.#case?.events.findLast(({ facts }) => facts.kind === kind)?.id ?? '';
  }

  #at(asAt: string | undefined): CaseContext {
    return asAt === undefined ? this.#context : { ...this.#context, asAt: localDate(asAt) };
  }
}

/** On the register of a practice since a day. */
export function onRegister(birthDate: string, from: string, today: string, diedOn?: string): HealthCheckRecord {
  return new HealthCheckRecord(birthDate, today, diedOn).say(from, { kind: 'registered', practice: 'N82001' });
}
