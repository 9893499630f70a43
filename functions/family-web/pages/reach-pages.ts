/** How we reach you: what somebody chooses, and the addresses they give and show to be theirs. */
import * as z from 'zod';
import {
  type ConfirmInput,
  choosePreferences,
  confirmContact,
  type FamilyReach,
  type FamilyWay,
  giveContact,
  readReach,
  sendCodeAgain,
} from '../../../shared/application/family/reach.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { LONGEST_ADDRESS, readAddress } from '../../../shared/domain/access/contact-address.ts';
import {
  type ContactPreferences,
  contactFormats,
  contactPreferencesSchema,
  LONGEST_INTERPRETER,
  ringingTimes,
} from '../../../shared/domain/access/contact-preferences.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { type Language, languages, readingNames } from '../../../shared/domain/language/reading.ts';
import { type PersonalChannel, personalChannels } from '../../../shared/domain/message/channel.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { told } from '../../../shared/http/family/told.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { type SummaryRow, summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import type { Typed } from '../../../shared/http/page/question.ts';
import { childPath, reachChoicesPath, reachCodePath, reachPath, reachWayPath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';

const choices = reachChoicesPath('{personId}');
const way = reachWayPath('{personId}', '{channel}');
const code = reachCodePath('{personId}', '{channel}');

export const reachRoutes: readonly FamilyRoute[] = [
  familyPage('GET', reachPath('{personId}'), overview),
  familyPage('GET', choices, async (visit) => askFamily(visit, await choicesForm(visit))),
  familyPage('POST', choices, async (visit) => answerFamily(visit, await choicesForm(visit))),
  familyPage('GET', way, async (visit) => askFamily(visit, await wayForm(visit))),
  familyPage('POST', way, async (visit) => answerFamily(visit, await wayForm(visit))),
  familyPage('GET', code, async (visit) => askFamily(visit, await codeForm(visit))),
  familyPage('POST', code, async (visit) => answerFamily(visit, await codeForm(visit))),
  familyPage('POST', `${code}/again`, sendAgain),
];

const personOf = ({ params }: FamilyVisit): string => params['personId'] ?? '';

async function overview(visit: FamilyVisit): Promise<PageAnswer> {
  const personId = personOf(visit);
  const { words } = visit;
  const reach = await readReach(visit.deps, visit.call, personId);
  const title = words.say('reach.title');
  return page({
    title,
    beforeContent: familyBackLink(words, childPath(personId)),
    content: html`${done(visit)}<h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('reach.intro')}</p>${standing(words, reach)}<h2 class="nhsuk-heading-m">${words.say('reach.where')}</h2>${summaryList({ rows: (['text', 'email', 'letter'] as const).map((channel) => wayRow(words, personId, reach, channel)) })}<h2 class="nhsuk-heading-m">${words.say('reach.helps')}</h2>${summaryList({ rows: choiceRows(words, personId, reach) })}`,
  });
}

function done({ query, words }: FamilyVisit): Html | undefined {
  const said = (['saved', 'confirmed', 'given'] as const).find((one) => query.get(one) === 'yes');
  return (
    said &&
    notificationBanner({ variant: 'success', title: words.say('frame.success'), heading: words.say(`reach.${said}`) })
  );
}

function standing(words: Words, { preferences, channel }: FamilyReach): Html {
  if (channel !== null) return html`<p>${words.say(`reach.by.${channel}`)}</p>`;
  return html`<p>${words.say(preferences?.channel === null ? 'reach.by-none' : 'reach.cannot')}</p>`;
}

function wayRow(words: Words, personId: string, { ways }: FamilyReach, channel: PersonalChannel): SummaryRow {
  const known = ways.find((one) => one.channel === channel);
  const hidden = words.say(`reach.way.${channel}`);
  const text = words.say(known === undefined ? 'reach.add' : 'reach.change');
  const confirm =
    known === undefined || known.confirmed || channel === 'letter'
      ? []
      : [{ text: words.say('reach.enter-code'), hidden, href: reachCodePath(personId, channel) }];
  return {
    key: hidden,
    value: known === undefined ? words.say('reach.not-given') : wayValue(words, known),
    actions: [...confirm, { text, hidden, href: reachWayPath(personId, channel) }],
  };
}

function wayValue(words: Words, { channel, hint, confirmed, failed }: FamilyWay): Html {
  const known = told(words, `reach.hint.${channel}`, { hint: html`<bdi>${hint}</bdi>` });
  if (failed)
    return html`${known} ${tag({ text: words.say('reach.failed'), colour: 'red' })}<p>${words.say('reach.failed-text')}</p>`;
  const standingTag = confirmed
    ? tag({ text: words.say('reach.checked'), colour: 'green' })
    : tag({ text: words.say('reach.not-checked'), colour: 'yellow' });
  return html`${known} ${standingTag}`;
}

/** Each in itself, as those who choose it know it; on a page in English, for whoever helps them too. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية (Arabic)',
  pl: 'Polski (Polish)',
  so: 'Soomaali (Somali)',
  'zh-Hans': '简体中文 (Chinese)',
};

function languageName(words: Words, language: Language): string {
  return words.language === 'en' ? languageNames[language] : readingNames[language];
}

function choiceRows(words: Words, personId: string, { preferences }: FamilyReach): readonly SummaryRow[] {
  const { channel, formats = [], language = 'en', interpreter = null, notToRing = [] } = preferences ?? {};
  const row = (key: string, value: SummaryRow['value']): SummaryRow => ({
    key,
    value,
    actions: [{ text: words.say('reach.change'), hidden: key, href: reachChoicesPath(personId) }],
  });
  const listed = (names: readonly string[], none: string) => (names.length === 0 ? none : words.list(names));
  const byWhich =
    channel === undefined
      ? words.say('reach.not-chosen')
      : words.say(channel === null ? 'reach.no-messages' : `reach.channel.${channel}`);
  const times = notToRing.map((time) => words.say(`reach.time.${time}`));
  return [
    row(words.say('reach.tell'), byWhich),
    row(
      words.say('reach.formats'),
      listed(
        formats.map((format) => words.say(`reach.format.${format}`)),
        words.say('reach.none'),
      ),
    ),
    row(words.say('reach.language'), html`<bdi lang="${language}">${languageName(words, language)}</bdi>`),
    row(
      words.say('reach.interpreter'),
      interpreter === null ? words.say('reach.none') : html`<bdi>${interpreter}</bdi>`,
    ),
    row(words.say('reach.do-not-ring'), listed(times, words.say('reach.any-time'))),
  ];
}

/** Stands for "no messages" in a form, where every answer is a text. */
const NONE = 'none';

async function choicesForm(visit: FamilyVisit): Promise<FamilyForm<ContactPreferences>> {
  const personId = personOf(visit);
  const { words } = visit;
  const { preferences, channel } = await readReach(visit.deps, visit.call, personId);
  return {
    title: words.say('reach.helps'),
    action: reachChoicesPath(personId),
    backHref: reachPath(personId),
    start: startOf(preferences, channel),
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'channel',
          label: words.say('reach.ask-channel'),
          missing: words.say('reach.ask-channel-missing'),
          options: [
            ...(['text', 'email', 'letter'] as const).map((value) => ({
              value,
              text: words.say(`reach.channel.${value}`),
            })),
            { value: NONE, text: words.say('reach.send-none') },
          ],
        },
        {
          kind: 'some-of',
          name: 'formats',
          label: words.say('reach.ask-formats'),
          optional: true,
          options: contactFormats.map((value) => ({ value, text: words.say(`reach.format.${value}`) })),
        },
        {
          kind: 'one-of',
          name: 'language',
          label: words.say('reach.ask-language'),
          missing: words.say('reach.ask-language-missing'),
          options: languages.map((value) => ({ value, text: languageName(words, value), language: value })),
        },
        {
          kind: 'text',
          name: 'interpreter',
          label: words.say('reach.ask-interpreter'),
          hint: words.say('reach.ask-interpreter-hint'),
          optional: true,
          width: 20,
        },
        {
          kind: 'some-of',
          name: 'notToRing',
          label: words.say('reach.ask-times'),
          hint: words.say('reach.ask-times-hint'),
          optional: true,
          options: ringingTimes.map((value) => ({ value, text: words.say(`reach.time.${value}`) })),
        },
      ],
      schema: z
        .object({
          ...contactPreferencesSchema.shape,
          channel: z.string(),
          interpreter: z.string().max(LONGEST_INTERPRETER, words.say('reach.too-long')).nullable(),
        })
        .transform(({ channel: chosen, ...rest }) => ({
          ...rest,
          channel: personalChannels.find((one) => one === chosen) ?? null,
        })),
    },
    sendLabel: words.say('reach.save'),
    send: async (chosen, key) => {
      await choosePreferences(visit.deps, visit.call, personId, chosen, key);
      return `${reachPath(personId)}?saved=yes`;
    },
  };
}

function startOf(preferences: ContactPreferences | null, channel: PersonalChannel | null): Typed {
  if (preferences === null) return { channel: channel === null ? [] : [channel], language: ['en'] };
  const { formats, language, interpreter, notToRing } = preferences;
  return {
    channel: [preferences.channel ?? NONE],
    formats: [...formats],
    language: [language],
    interpreter: interpreter === null ? [] : [interpreter],
    notToRing: [...notToRing],
  };
}

const wayQuestions = {
  email: { kind: 'text', inputMode: 'email', width: 30 },
  text: { kind: 'text', inputMode: 'numeric', width: 20 },
  letter: { kind: 'long-text', rows: 5 },
} as const;

async function wayForm(visit: FamilyVisit): Promise<FamilyForm<{ readonly address: string | null }>> {
  const personId = personOf(visit);
  const { words } = visit;
  const channel = channelOfVisit(visit);
  const known = (await readReach(visit.deps, visit.call, personId)).ways.some((one) => one.channel === channel);
  return {
    title: words.say(`reach.way.${channel}`),
    intro: html`${known && html`<p>${words.say('reach.take-away')}</p>`}`,
    action: reachWayPath(personId, channel),
    backHref: reachPath(personId),
    form: {
      questions: [
        {
          ...wayQuestions[channel],
          name: 'address',
          label: words.say(`reach.way.${channel}`),
          hint: words.say(`reach.code-hint.${channel}`),
          missing: words.say(`reach.enter.${channel}`),
          optional: known,
        },
      ],
      schema: z.object({
        address: z
          .string()
          .max(LONGEST_ADDRESS, words.say('reach.too-long'))
          .refine((typed) => 'address' in readAddress(channel, typed), words.say(`reach.wrong.${channel}`))
          .nullable(),
      }),
    },
    sendLabel: words.say('reach.save'),
    send: async ({ address }, key) => {
      await giveContact(visit.deps, visit.call, personId, { channel, address }, key);
      if (address === null) return `${reachPath(personId)}?saved=yes`;
      return channel === 'letter' ? `${reachPath(personId)}?given=yes` : reachCodePath(personId, channel);
    },
  };
}

async function codeForm(visit: FamilyVisit): Promise<FamilyForm<{ readonly code: string }>> {
  const personId = personOf(visit);
  const { words } = visit;
  const channel = codeChannelOf(visit);
  const { ways } = await readReach(visit.deps, visit.call, personId);
  const known = ways.find((one) => one.channel === channel);
  if (known === undefined || known.confirmed) throw notFound('nothing-to-confirm', 'There is nothing to confirm');
  const action = reachCodePath(personId, channel);
  const hidden = { key: visit.deps.ids.fresh() };
  return {
    title: words.say('reach.code-title'),
    intro: html`${visit.query.get('sent') === 'yes' && notificationBanner({ variant: 'success', title: words.say('frame.success'), heading: words.say('reach.code-sent-again') })}<p>${told(words, `reach.code-sent.${channel}`, { hint: html`<bdi>${known.hint}</bdi>` })}</p>`,
    action,
    backHref: reachPath(personId),
    form: {
      questions: [
        {
          kind: 'text',
          name: 'code',
          label: words.say('reach.code'),
          missing: words.say('reach.code-missing'),
          inputMode: 'numeric',
          width: 10,
        },
      ],
      schema: z.object({ code: z.string().max(20, words.say('reach.code-too-long')) }),
    },
    sendLabel: words.say('reach.continue'),
    below: html`<p>${words.say('reach.code-wait')}</p>${postForm({ action: `${action}/again`, csrfToken: visit.session.formToken, hidden, content: button({ text: words.say('reach.code-again'), variant: 'secondary' }) })}`,
    send: async (typed, key) => {
      await confirmContact(visit.deps, visit.call, personId, { channel, code: typed.code }, key);
      return `${reachPath(personId)}?confirmed=yes`;
    },
  };
}

async function sendAgain(visit: FamilyVisit): Promise<PageAnswer> {
  const channel = codeChannelOf(visit);
  const key = (await visit.form()).get('key') || visit.deps.ids.fresh();
  await sendCodeAgain(visit.deps, visit.call, personOf(visit), channel, key);
  return goTo(`${reachCodePath(personOf(visit), channel)}?sent=yes`);
}

function channelOfVisit({ params }: FamilyVisit): PersonalChannel {
  const channel = personalChannels.find((one) => one === params['channel']);
  if (channel === undefined) throw notFound('no-such-page', 'There is no such page');
  return channel;
}

function codeChannelOf(visit: FamilyVisit): ConfirmInput['channel'] {
  const channel = channelOfVisit(visit);
  if (channel === 'letter') throw notFound('no-such-page', 'There is no such page');
  return channel;
}
