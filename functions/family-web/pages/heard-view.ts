/** What the reader told the team, the goals and the open question, on the child's page. */
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import type { FamilyGoal, FamilyMessage } from '../../../shared/application/family/heard-view.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { linkButton } from '../../../shared/http/html/components/button.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { type TagProps, tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { feedbackPath, ratePath, tellPath } from '../addresses.ts';
import { tellTopicWords } from './heard-words.ts';

export function heardDone(query: URLSearchParams): Html | undefined {
  const heading =
    query.get('told') === 'yes'
      ? 'Sent. The team reads it in 2 working days.'
      : query.get('rated') === 'yes'
        ? 'Saved.'
        : query.get('thanked') === 'yes'
          ? 'Thank you for telling us.'
          : undefined;
  return heading === undefined ? undefined : notificationBanner({ variant: 'success', heading });
}

export function heardView({ personId, parts, heard: { messages, goals, asked } }: ChildView): Html {
  return html`${asked.length > 0 && html`<h2 class="nhsuk-heading-m">How was it?</h2><p>We would like to know. It takes a minute.</p>${linkButton({ text: 'Tell us how it was', href: feedbackPath(personId), variant: 'secondary' })}`}${goals.length > 0 && goalsView(personId, goals)}${parts.includes('messages') && tellView(personId, messages)}`;
}

function goalsView(personId: string, goals: readonly FamilyGoal[]): Html {
  return html`<h2 class="nhsuk-heading-m">Goals</h2><ul class="nhsuk-list">${goals.map(
    ({ text, target, ratings }) =>
      html`<li><strong><bdi>${text}</bdi></strong><br>${ratings.length === 0 ? 'Not rated yet.' : `${ratings.at(-1)?.rating} of 10 now. ${ratings.at(0)?.rating} at first.`} It is met at ${target}.</li>`,
  )}</ul><p><a href="${ratePath(personId)}">Say how near the goals are</a></p>`;
}

function tellView(personId: string, messages: readonly FamilyMessage[]): Html {
  return html`<h2 class="nhsuk-heading-m">Tell the team</h2><p>Has something changed? Are you still waiting for this? Tell the team here. You keep your place, whatever you say or do not say.</p>${linkButton({ text: 'Tell the team', href: tellPath(personId) })}${messages.length > 0 && html`<h3 class="nhsuk-heading-s">What you told us</h3><ul class="nhsuk-list">${messages.map(messageView)}</ul>`}`;
}

function messageView({ topic, sentOn, text, answers, ...standing }: FamilyMessage): Html {
  return html`<li><p><strong>${tellTopicWords[topic]}</strong>, ${formatDate(sentOn)} ${tag(standingTag(standing, answers.length))}</p>${text !== null && html`<p><bdi>${text}</bdi></p>`}${answers.map(
    (answer) => html`<p class="nhsuk-inset-text">The team, ${formatDate(answer.on)}: <bdi>${answer.text}</bdi></p>`,
  )}</li>`;
}

function standingTag({ isRead, isClosed }: Pick<FamilyMessage, 'isRead' | 'isClosed'>, answers: number): TagProps {
  if (answers > 0) return { text: 'Answered', colour: 'green' };
  if (isClosed) return { text: 'Closed', colour: 'grey' };
  return isRead ? { text: 'Read', colour: 'blue' } : { text: 'Sent', colour: 'yellow' };
}
