/** Assessments on the pages: asked for by the council's system, recorded on through the forms as a person does. */
import { ehcRequestSchema, receiveEhcRequest } from '../../../shared/application/ehc/receive-ehc-request.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { madePerson } from '../people/made-people.ts';
import type { Fields, PageReceived, RunningSite, SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';

export const COORDINATION = 'ehc-coordination';

/** Somebody of a service, signed in on the day it is: a session does not last into the next. */
export async function of(site: RunningSite, service: string): Promise<SignedIn> {
  const role = service === COORDINATION ? 'administrator' : 'clinician';
  const key = `${site.today} ${service}`;
  const known = sessions.get(site)?.get(key) ?? (await site.signIn(role, { services: [service] }));
  sessions.set(site, (sessions.get(site) ?? new Map()).set(key, known));
  return known;
}
const sessions = new WeakMap<RunningSite, Map<string, SignedIn>>();

export interface Requested {
  readonly personId: string;
  readonly assessment: string;
}

/** Somebody with this number, and the council's request about them. */
export async function requested(
  site: RunningSite,
  nhsNumber: string,
  more: {
    readonly on?: string;
    readonly advice?: readonly { readonly services: readonly string[]; readonly receivedOn: string }[];
    readonly name?: Readonly<Record<string, string>>;
  } = {},
): Promise<Requested> {
  const { on = '2026-01-12', advice = [], name = {} } = more;
  const who = await of(site, COORDINATION);
  const person = await madePerson(site, who, { nhsNumber, birthDate: '2015-02-11', ...name });
  const day = [on, ...advice.map(({ receivedOn }) => receivedOn)].toSorted().at(-1) ?? on;
  const actor = { id: who.staffId, place: 'liverpool', role: 'data-manager', services: [] } as const;
  const call = { actor, now: parseInstant(`${day}T12:00:00Z`), requestId: 'from-the-council' };
  const request = {
    nhsNumber,
    birthDate: '2015-02-11',
    receivedOn: on,
    requestedBy: 'parent',
    councilReference: 'EHC-10427',
    advice,
  };
  const { record } = await receiveEhcRequest(site.deps, call, ehcRequestSchema.parse(request), site.deps.ids.fresh());
  return { personId: person.id, assessment: `/people/${person.id}/cases/ehc-assessment/${record.id}` };
}

/** The address of one service's advice, from the page that lists them all. */
export async function adviceOf(site: RunningSite, { assessment }: Requested, name: string): Promise<string> {
  const { html } = await site.get(
    await of(site, COORDINATION),
    assessment.replace('/cases/ehc-assessment/', '/ehc-assessments/'),
  );
  const found = [...html.matchAll(/<a href="([^"]*\/cases\/ehc-advice\/[^"]*)">([^<]*)<\/a>/g)].find(
    ([, , text]) => text === name,
  );
  if (found?.[1] === undefined) throw new Error(`There is no advice of ${name}`);
  return found[1];
}

/** Asks for the form, fills it in, checks the answers, saves; the page that comes. The service's day is the event's. */
export async function record(
  site: RunningSite,
  service: string,
  address: string,
  happened: string,
  on: string,
  answers: Fields = {},
): Promise<PageReceived> {
  if (site.today < on) site.today = on;
  const who = await of(site, service);
  const [path = '', query] = happened.split('?');
  const form = `${address}/record/${path}${query === undefined ? '' : `?${query}`}`;
  const asked = await site.get(who, form);
  if (asked.status !== 200) throw new Error(`${happened}: ${asked.status} ${textOf(asked).slice(0, 300)}`);
  const checked = await site.post(who, form, { ...travelling(asked), ...typedDate('on', on), ...answers });
  if (checked.status !== 200) return checked;
  const saved = await site.post(who, form, travelling(checked));
  return saved.location === undefined ? saved : site.get(who, saved.location);
}
