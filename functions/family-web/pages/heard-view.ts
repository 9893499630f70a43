/** What the reader told the team, the goals and the open question, on the child's page. */
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import type { FamilyGoal, FamilyMessage } from '../../../shared/application/family/heard-view.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { englishOn, told } from '../../../shared/http/family/told.ts';
import { attributes } from '../../../shared/http/html/attributes.ts';
import { linkButton } from '../../../shared/http/html/components/button.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { type TagProps, tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { feedbackPath, ratePath, tellPath } from '../addresses.ts';

export function heardDone(words: Words, query: URLSearchParams): Html | undefined {
  const heading =
    query.get('told') === 'yes'
      ? words.say('heard.told')
      : query.get('rated') === 'yes'
        ? words.say('heard.rated')
        : query.get('thanked') === 'yes'
          ? words.say('heard.thanked')
          : query.get('checked-in') === 'yes'
            ? words.say('check-in.done')
            : undefined;
  return heading === undefined
    ? undefined
    : notificationBanner({ variant: 'success', title: words.say('frame.success'), heading });
}

export function heardView(words: Words, { personId, parts, heard: { messages, goals, asked } }: ChildView): Html {
  return html`${asked.length > 0 && html`<h2 class="nhsuk-heading-m">${words.say('heard.asked')}</h2><p>${words.say('heard.asked-text')}</p>${linkButton({ text: words.say('heard.asked-link'), href: feedbackPath(personId), variant: 'secondary' })}`}${goals.length > 0 && goalsView(words, personId, goals)}${parts.includes('messages') && tellView(words, personId, messages)}`;
}

/** What staff wrote: in English. */
function written(words: Words, text: string): Html {
  return html`<bdi ${attributes({ lang: englishOn(words) })}>${text}</bdi>`;
}

function goalsView(words: Words, personId: string, goals: readonly FamilyGoal[]): Html {
  return html`<h2 class="nhsuk-heading-m">${words.say('heard.goals')}</h2><ul class="nhsuk-list">${goals.map(
    ({ text, target, ratings }) =>
      html`<li><strong>${written(words, text)}</strong><br>${ratingWords(words, ratings)} ${words.say('heard.target', { target: words.number(target) })}</li>`,
  )}</ul><p><a href="${ratePath(personId)}">${words.say('heard.rate')}</a></p>`;
}

function ratingWords(words: Words, ratings: FamilyGoal['ratings']): string {
  const [first, last] = [ratings.at(0), ratings.at(-1)];
  if (first === undefined || last === undefined) return words.say('heard.not-rated');
  return words.say('heard.ratings', { now: words.number(last.rating), first: words.number(first.rating) });
}

function tellView(words: Words, personId: string, messages: readonly FamilyMessage[]): Html {
  return html`<h2 class="nhsuk-heading-m">${words.say('heard.tell')}</h2><p>${words.say('heard.tell-text')}</p>${linkButton({ text: words.say('heard.tell'), href: tellPath(personId) })}${messages.length > 0 && html`<h3 class="nhsuk-heading-s">${words.say('heard.you-told')}</h3><ul class="nhsuk-list">${messages.map((message) => messageView(words, message))}</ul>`}`;
}

function messageView(words: Words, { topic, sentOn, text, answers, ...standing }: FamilyMessage): Html {
  return html`<li><p><strong>${words.say(`topic.${topic}`)}</strong>, ${words.date(sentOn)} ${tag(standingTag(words, standing, answers.length))}</p>${text !== null && html`<p><bdi>${text}</bdi></p>`}${answers.map(
    (answer) =>
      html`<p class="nhsuk-inset-text">${told(words, 'heard.answer', { date: words.date(answer.on), text: written(words, answer.text) })}</p>`,
  )}</li>`;
}

function standingTag(
  words: Words,
  { isRead, isClosed }: Pick<FamilyMessage, 'isRead' | 'isClosed'>,
  answers: number,
): TagProps {
  if (answers > 0) return { text: words.say('heard.is-answered'), colour: 'green' };
  if (isClosed) return { text: words.say('heard.is-closed'), colour: 'grey' };
  return isRead
    ? { text: words.say('heard.is-read'), colour: 'blue' }
    : { text: words.say('heard.is-sent'), colour: 'yellow' };
}
