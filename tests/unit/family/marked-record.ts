/** A record in which every field that can hold text holds a mark: made from the schemas, so that a new field is marked too. */
import * as z from 'zod';
import type { KeptCase } from '../../../shared/application/ports/cases.ts';
import type { KeptReferral } from '../../../shared/application/ports/referrals.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Case, CaseFacts } from '../../../shared/domain/case/case.ts';
import type { CaseType } from '../../../shared/domain/case/case-type.ts';
import { factsSchemaOf, type ReferralEvent, type ReferralEventKind } from '../../../shared/domain/referral/event.ts';

export const MARK = 'CANARY';
const DAY = localDate('2026-02-02');
const ID = 'Zk3v0bq1T-9xA_2c';

interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** A value of a shape: its text is a mark wherever it may be any text. */
function marked(shape: Shape, path: string): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const either = (shape.anyOf ?? shape.oneOf)?.find((one) => one.type !== 'null');
  if (either !== undefined) return marked(either, path);
  switch (shape.type) {
    case 'string':
      return markedText(shape, path);
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    case 'array':
      return shape.items === undefined ? [] : [marked(shape.items, path)];
    default:
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, own]) => [name, marked(own, `${path}-${name}`)]),
      );
  }
}

function markedText({ format, pattern }: Shape, path: string): string {
  if (format === 'date') return addDays(DAY, 3);
  if (format === 'date-time') return '2026-02-05T10:00:00.000Z';
  const candidates = [`${MARK} ${path}`, addDays(DAY, 3), ID, '10:30', 'N82054', 'salt', 'SALT'];
  return candidates.find((one) => pattern === undefined || new RegExp(pattern).test(one)) ?? `${MARK} ${path}`;
}

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

const envelope = (seq: number) => ({
  id: `EVENT${String(seq).padStart(11, '0')}`,
  recordedAt: parseInstant(`${addDays(DAY, seq)}T09:00:00Z`),
  seq,
  by: { actor: `${MARK} actor`, role: `${MARK} role` },
  previousHash: '',
  hash: `${MARK} hash`,
});

/** A referral that was received and to which one thing happened. */
export function markedReferral(queue: string, kind: ReferralEventKind, at: number): KeptReferral {
  const receipt = shapeOf(factsSchemaOf('received'));
  const events = [
    { ...envelope(0), on: DAY, facts: { ...(marked(receipt, 'received') as object), alreadyAccepted: true } },
    ...(kind === 'received'
      ? []
      : [{ ...envelope(1), on: addDays(DAY, 1), facts: marked(shapeOf(factsSchemaOf(kind)), kind) }]),
  ] as unknown as readonly ReferralEvent[];
  const id = `REFERRAL${String(at).padStart(8, '0')}`;
  const origin = { system: `${MARK} system`, id: `${MARK} origin`, contentHash: 'hash' };
  const referral = { id, place: 'liverpool', personId: ID, queue, origin, version: 2, events: [...events] };
  return { referral } as unknown as KeptReferral;
}

/** A case that was opened and to which one thing happened; undefined where the type cannot fold it. */
export function markedCases(type: CaseType): readonly KeptCase[] {
  const options = type.facts.options as unknown as readonly (z.ZodType<CaseFacts> & {
    readonly shape: { readonly kind: { readonly value: string } };
  })[];
  const factsOf = (kind: string) => {
    const option = options.find(({ shape }) => shape.kind.value === kind);
    return option === undefined ? { kind } : (marked(shapeOf(option), `${type.kind}-${kind}`) as CaseFacts);
  };
  return options.map(({ shape }, at): KeptCase => {
    const kind = shape.kind.value;
    const opening = type.opens[0] ?? kind;
    const events = [
      { ...envelope(0), on: DAY, facts: factsOf(opening) },
      ...(kind === opening ? [] : [{ ...envelope(1), on: addDays(DAY, 1), facts: factsOf(kind) }]),
    ];
    const id = `CASE${type.kind.length}${String(at).padStart(11, '0')}`.slice(0, 16);
    const record: Case = { id, place: 'liverpool', personId: ID, kind: type.kind, version: 2, events };
    return { record, entry: { row: { group: ID } } } as unknown as KeptCase;
  });
}
