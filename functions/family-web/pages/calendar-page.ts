/** The address of a calendar: made, shown once and stopped by whoever is signed in; asked by their calendar app, which is not. */
import {
  calendarSince,
  endCalendar,
  readCalendar,
  startCalendar,
} from '../../../shared/application/family/calendar.ts';
import { calendarFile } from '../../../shared/http/family/calendar-file.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { type FamilyRoute, familyPage, openFamilyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit, OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { warningCallout } from '../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { calendarEndPath, calendarFilePath, calendarPath, childPath, homePath } from '../addresses.ts';

export const calendarRoutes: readonly FamilyRoute[] = [
  familyPage('GET', calendarPath, async (visit) => page(overview(visit))),
  familyPage('POST', calendarPath, made),
  familyPage('POST', calendarEndPath, async ({ deps, call }) => {
    await endCalendar(deps, call);
    return goTo(`${calendarPath}?stopped=yes`);
  }),
  openFamilyPage('GET', calendarFilePath('{secret}'), file),
];

/** The key under which sending the form twice is sending it once. */
const KEY = 'key';

function overview(visit: FamilyVisit) {
  const { words, query, call } = visit;
  const since = calendarSince(call);
  const title = words.say('calendar.title');
  return {
    title,
    beforeContent: familyBackLink(words, homePath),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${
      query.get('stopped') === 'yes' &&
      since === null &&
      notificationBanner({
        variant: 'success',
        title: words.say('frame.success'),
        heading: words.say('calendar.stopped'),
      })
    }<h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('calendar.intro')}</p><p>${words.say('calendar.says-little')}</p>${warningCallout(
      {
        label: words.say('frame.important'),
        heading: words.say('calendar.keep'),
        content: html`<p>${words.say('calendar.keep-text')}</p>`,
      },
    )}${
      since === null
        ? startForm(visit, { text: words.say('calendar.make') })
        : html`<h2 class="nhsuk-heading-m">${words.say('calendar.yours')}</h2><p>${words.say('calendar.since', { date: words.date(since) })}</p>${postForm(
            {
              action: calendarEndPath,
              csrfToken: visit.session.formToken,
              content: button({ text: words.say('calendar.stop'), variant: 'warning' }),
            },
          )}<h2 class="nhsuk-heading-m">${words.say('calendar.lost')}</h2><p>${words.say('calendar.lost-text')}</p>${startForm(visit, { text: words.say('calendar.again'), variant: 'secondary' })}`
    }</div></div>`,
  };
}

function startForm(visit: FamilyVisit, look: Parameters<typeof button>[0]): Html {
  return postForm({
    action: calendarPath,
    csrfToken: visit.session.formToken,
    hidden: { [KEY]: visit.deps.ids.fresh() },
    content: button(look),
  });
}

/** The one page that shows the address. Reloading it sends the same form again, and comes to the same. */
async function made(visit: FamilyVisit): Promise<PageAnswer> {
  const { deps, call, words } = visit;
  const key = (await visit.form()).get(KEY) || deps.ids.fresh();
  const address = `${deps.publicUrl}${calendarFilePath(await startCalendar(deps, call, key))}`;
  const title = words.say('calendar.made');
  const steps = ['iphone', 'google', 'outlook'] as const;
  return page({
    title,
    beforeContent: familyBackLink(words, calendarPath),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1>${warningCallout(
      {
        label: words.say('frame.important'),
        heading: words.say('calendar.once'),
        content: html`<p>${words.say('calendar.once-text')}</p>`,
      },
    )}<p><code class="app-secret">${address}</code></p><h2 class="nhsuk-heading-m">${words.say('calendar.how')}</h2><ul class="nhsuk-list nhsuk-list--bullet">${steps.map((step) => html`<li>${words.say(`calendar.${step}`)}</li>`)}</ul><p>${words.say('calendar.slow')}</p></div></div>`,
  });
}

async function file({ deps, params, now, requestId }: OpenVisit): Promise<PageAnswer> {
  const feed = await readCalendar(deps, params['secret'] ?? '', { now, requestId });
  return {
    kind: 'ready',
    status: 200,
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
    body: calendarFile(feed, {
      now,
      uidOf: (dateId) => deps.ids.derived('calendar-date', dateId),
      pageOf: (personId) => `${deps.publicUrl}${childPath(personId)}`,
    }),
    isBase64Encoded: false,
  };
}
