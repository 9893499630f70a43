/** How to reach a family, wherever staff get in touch with one: their way, their language, what they need, when not to ring. */
import { familyReach, type ReachedGrant } from '../../../../shared/application/family-access/reach-family.ts';
import { type ContactWay, channelOf } from '../../../../shared/domain/access/contact-preferences.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { type PersonalChannel, personalChannels } from '../../../../shared/domain/message/channel.ts';
import type { Subject } from '../../../../shared/domain/permission/can.ts';
import { type SummaryRow, summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { personName } from '../../../../shared/http/html/names.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { contactWayPath } from './addresses.ts';
import { channelWords, formatWords, languageWords, relationshipWords, ringingWords, wayWords } from './words.ts';

/** The adults of a child and how each is reached; nothing where there are none, or the reader may not know of them. */
export async function familyReachView(
  { deps, call }: ActingVisit,
  personId: string,
  subject: Subject,
): Promise<Html | undefined> {
  const all = await familyReach(deps, call, personId, subject);
  if (all.length === 0) return undefined;
  return html`<section aria-labelledby="reach"><h2 class="nhsuk-heading-m" id="reach">How to reach the family</h2>${all.map(
    (one) =>
      html`<h3 class="nhsuk-heading-s">${personName(one.grant.name)}, ${relationshipWords[one.grant.relationship].toLowerCase()}</h3>${summaryList({ rows: reachRows(one) })}`,
  )}</section>`;
}

/** @param change where an address is written down, for whoever may. */
export function reachRows(
  { grant, addresses }: ReachedGrant,
  change?: (channel: PersonalChannel) => string,
): readonly SummaryRow[] {
  const { reach } = grant;
  const { preferences, said } = reach;
  const listed = (key: string, names: readonly string[]): readonly SummaryRow[] =>
    names.length === 0 ? [] : [{ key, value: names.join(', ') }];
  const now = channelOf(reach);
  return [
    { key: 'Told by', value: now === null ? notToldWords(preferences?.channel) : channelWords[now] },
    ...personalChannels.flatMap((channel) => wayRow({ grant, addresses }, channel, change)),
    ...listed('Needs', preferences?.formats.map((format) => formatWords[format]) ?? []),
    ...listed('Language', preferences === null ? [] : [languageWords[preferences.language]]),
    ...(preferences?.interpreter ? [{ key: 'Interpreter', value: html`<bdi>${preferences.interpreter}</bdi>` }] : []),
    ...listed('Do not ring', preferences?.notToRing.map((time) => ringingWords[time]) ?? []),
    ...(said === null ? [] : [{ key: 'Said by', value: html`<bdi>${said.by}</bdi>, ${formatDate(said.on)}` }]),
  ];
}

function notToldWords(chosen: PersonalChannel | null | undefined): string {
  if (chosen === undefined) return 'Not asked yet';
  return chosen === null ? 'No messages, as they asked' : `${channelWords[chosen]}, once it is checked`;
}

function wayRow(
  { grant, addresses }: ReachedGrant,
  channel: PersonalChannel,
  change: ((channel: PersonalChannel) => string) | undefined,
): readonly SummaryRow[] {
  const way = grant.reach.ways[channel];
  if (way === undefined && change === undefined) return [];
  const hidden = `${wayWords[channel].toLowerCase()} of ${grant.name}`;
  const actions =
    change === undefined ? [] : [{ text: way === undefined ? 'Add' : 'Change', hidden, href: change(channel) }];
  const lines = way === undefined ? [] : (addresses.get(way.contactId) ?? '').split('\n');
  const value =
    way === undefined
      ? undefined
      : html`${lines.map((line, at) => html`${at > 0 && html`<br>`}<bdi>${line}</bdi>`)} ${wayTag(way)}`;
  return [{ key: wayWords[channel], value, actions }];
}

function wayTag({ confirmedOn, failedOn }: ContactWay): Html {
  if (failedOn !== null)
    return html`${tag({ text: 'Did not arrive', colour: 'red' })} ${formatDate(failedOn)}. Ask them for the right one.`;
  return confirmedOn === null
    ? tag({ text: 'Not checked', colour: 'yellow' })
    : tag({ text: 'Checked', colour: 'green' });
}

/** Where an address of somebody is written down. */
export function changeWay(personId: string, grantId: string): (channel: PersonalChannel) => string {
  return (channel) => contactWayPath(personId, grantId, channel);
}
