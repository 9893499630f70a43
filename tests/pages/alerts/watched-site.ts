/** A site on which the watch has run: people who wait, and the alerts about them. */
import type { Context } from 'aws-lambda';
import { composed } from '../../../functions/watch-deadlines/compose.ts';
import { watchHandler } from '../../../functions/watch-deadlines/watch.ts';
import type { AlertRow } from '../../../shared/application/ports/alerts.ts';
import { logOf } from '../../../shared/http/middleware/log.ts';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import type { RunningSite, SignedIn } from '../running-site.ts';

export async function watched(site: RunningSite, day: string): Promise<void> {
  process.env['POWERTOOLS_LOG_LEVEL'] ??= 'SILENT';
  const { recordsTable, client } = site.engine;
  const handler = watchHandler(composed({ RECORDS_TABLE: recordsTable }, client), logOf('watch-deadlines'));
  const context = { awsRequestId: `run-${day}`, getRemainingTimeInMillis: () => 600_000 } as Context;
  await handler({ time: `${day}T06:00:00Z` }, context);
}

/** Somebody who has waited since a day, accepted on the next and told of the wait since, so that only the wait is told of. */
export async function waitingSince(
  site: RunningSite,
  who: SignedIn,
  on: string,
  name: { readonly familyName: string; readonly givenName: string },
): Promise<{ readonly personId: string; readonly referralId: string }> {
  const person = await madePerson(site, who, { ...name, birthDate: '2018-10-16' });
  const view = await madeReferral(site, who, person.id, { on });
  await happened(
    site,
    who,
    view,
    [on, { kind: 'triage-accepted' }],
    ['2026-10-20', { kind: 'family-contacted', purpose: 'validation', stillNeeded: true }],
  );
  return { personId: person.id, referralId: view.referral.id };
}

export async function openAlerts(site: RunningSite): Promise<readonly AlertRow[]> {
  return (await site.deps.alerts.list('liverpool', 'salt', 'open', 1000)).rows;
}
