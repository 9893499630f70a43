/** What is there when a campaign is over, read from the store as it stands. */
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { familyAccessOf } from '../../../shared/adapters/dynamodb/family-accesses.ts';
import { messageOf } from '../../../shared/adapters/dynamodb/messages.ts';
import { alertOf } from '../../../shared/adapters/dynamodb/stored-alert.ts';
import { keptCaseOf } from '../../../shared/adapters/dynamodb/stored-case.ts';
import type { RawItem } from '../../../shared/adapters/dynamodb/stored-item.ts';
import { personOf } from '../../../shared/adapters/dynamodb/stored-person.ts';
import { keptReferralOf } from '../../../shared/adapters/dynamodb/stored-referral.ts';
import type { Alert } from '../../../shared/domain/alert/alert.ts';
import type { Message } from '../../../shared/domain/message/message.ts';
import { adviceName } from '../clients/ehc.ts';
import type { World } from '../world.ts';

export interface Found {
  readonly alerts: readonly Alert[];
  readonly messages: readonly Message[];
  /** Everything with a history of its own. */
  readonly histories: readonly History[];
}

export interface History {
  readonly id: string;
  readonly of: 'alert' | 'person' | 'referral' | 'case' | 'family-access';
  /** Kind of a case. */
  readonly kind?: string;
  /** What the campaign calls it, as far as that follows from what is kept of it. */
  readonly name?: string;
  readonly events: readonly {
    readonly id: string;
    readonly seq: number;
    readonly hash: string;
    readonly kind: string;
  }[];
}

/** Tells of a difference. */
export type Differs = (line: string) => void;

/** @param names the names of what the clients know, by id. */
export async function everything(world: World, names: ReadonlyMap<string, string>): Promise<Found> {
  const alerts: Alert[] = [];
  const messages: Message[] = [];
  const histories: History[] = [];
  for await (const item of scanned(world, world.engine.recordsTable)) {
    const sk = String(item['sk']);
    if (sk === 'MESSAGE') messages.push(messageOf(item));
    else if (sk === 'ALERT') {
      const alert = alertOf(item);
      alerts.push(alert);
      histories.push({ id: alert.id, of: 'alert', events: alert.events.map(withKind) });
    } else if (sk === 'P') {
      const place = String(item['pk']).split('#')[0] ?? '';
      const person = personOf(place, item, undefined);
      histories.push({ id: person.id, of: 'person', events: person.events.map((event, seq) => ({ ...event, seq })) });
    } else if (sk === 'F') {
      const { personId, events } = familyAccessOf(item);
      histories.push({
        id: `${personId}-family`,
        of: 'family-access',
        events: events.map((event, seq) => ({ ...withKind(event), seq })),
      });
    } else if (sk.startsWith('R#')) {
      const { id, events } = keptReferralOf(item).referral;
      histories.push({ id, of: 'referral', ...named(names.get(id)), events: events.map(withKind) });
    } else if (sk.startsWith('PC#')) {
      const { id, kind, events } = keptCaseOf(item).record;
      const facts = events[0]?.facts as { readonly assessmentId?: string; readonly service?: string } | undefined;
      const assessment = names.get(facts?.assessmentId ?? '');
      const name =
        kind === 'ehc-advice' && assessment !== undefined
          ? adviceName(assessment, facts?.service ?? '')
          : names.get(id);
      histories.push({ id, of: 'case', kind, ...named(name), events: events.map(withKind) });
    }
  }
  return { alerts, messages, histories };
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}

function withKind<E extends { readonly facts: { readonly kind: string } }>({ facts, ...event }: E) {
  return { ...event, kind: facts.kind };
}

export async function* scanned({ engine }: World, table: string): AsyncGenerator<RawItem> {
  const pages = paginateScan({ client: engine.client }, { TableName: table, ConsistentRead: true });
  for await (const page of pages) yield* page.Items ?? [];
}
