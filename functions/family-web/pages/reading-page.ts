/** Choosing a language or Easy Read: kept with the account of whoever is signed in, and told to the browser. */
import { chooseReading } from '../../../shared/application/family/choose-reading.ts';
import { type Reading, readingNames, readingSchema, readings } from '../../../shared/domain/language/reading.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { readingPath } from '../../../shared/http/family/family-frame.ts';
import { readingCookie } from '../../../shared/http/family/family-reading.ts';
import { eitherFamilyPage, type FamilyRoute } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit, OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { errorSummary } from '../../../shared/http/html/components/error-summary.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { radios } from '../../../shared/http/html/components/radios.ts';
import { type Content, html } from '../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, type PageContent, page, refusedPage } from '../../../shared/http/page/page-answer.ts';
import { homePath } from '../addresses.ts';

type Visit = OpenVisit | FamilyVisit;

export const readingRoutes: readonly FamilyRoute[] = [
  eitherFamilyPage('GET', readingPath, async (visit) => page(choice(visit))),
  eitherFamilyPage('POST', readingPath, choose),
];

async function choose(visit: Visit): Promise<PageAnswer> {
  const chosen = readingSchema.safeParse((await visit.form()).get('reading'));
  if (!chosen.success) return refusedPage(choice(visit, visit.words.say('reading.missing')));
  if ('call' in visit) await chooseReading(visit.deps, visit.call, chosen.data);
  return goTo(homePath, [readingCookie(chosen.data)]);
}

function choice(visit: Visit, error?: string): PageContent {
  const { words } = visit;
  const title = words.say('reading.title');
  return {
    title,
    beforeContent: familyBackLink(words, homePath),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${errorSummary(error === undefined ? [] : [{ text: error, href: '#reading' }], words.say('frame.problem'))}<h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('reading.intro')}</p>${postForm(
      {
        action: readingPath,
        csrfToken: 'session' in visit ? visit.session.formToken : '',
        content: html`${radios({
          id: 'reading',
          name: 'reading',
          legend: { text: words.say('reading.question'), size: 's' },
          error,
          errorLabel: words.say('frame.error'),
          value: visit.reading,
          choices: readings.map((reading) => ({
            value: reading,
            text: nameOf(reading),
            ...(reading === 'en'
              ? {}
              : { hint: words.say(reading === 'easy' ? 'reading.easy-hint' : 'reading.drafted-hint') }),
          })),
        })}${button({ text: words.say('reading.save') })}`,
      },
    )}</div></div>`,
  };
}

function nameOf(reading: Reading): Content {
  const language = reading === 'easy' ? 'en' : reading;
  return html`<bdi lang="${language}">${readingNames[reading]}</bdi>`;
}
