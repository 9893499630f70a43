/** What families write, on the pages of staff: read, passed on, answered, closed. */

import { teamsOf } from '../../../../shared/domain/alert/teams.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { FamilyMessageFacts, MessageTopic } from '../../../../shared/domain/family-message/facts.ts';
import type { FamilyMessageState } from '../../../../shared/domain/family-message/state.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { CasePages } from '../cases/case-pages.ts';

export const topicWords: Readonly<Record<MessageTopic, string>> = {
  worse: 'Things have got worse',
  needs: 'Needs have changed',
  address: 'New address',
  school: 'New school',
  'something-else': 'Something else has changed',
  'still-needed': 'Still needed',
  'not-needed': 'Not needed any more',
  'cancel-appointment': 'Cannot come to an appointment',
  'change-appointment': 'Another day for an appointment',
  complaint: 'Complaint',
  correction: 'Something in the record is wrong',
  'copy-of-record': 'Copy of the record',
};

export const messagePages: CasePages<FamilyMessageFacts, FamilyMessageState> = {
  kind: 'family-message',
  about: 'What families tell you, ask for and complain of. Read each within two working days, and answer it.',
  statuses: {
    unread: { text: 'Unread', colour: 'red' },
    read: { text: 'Read', colour: 'blue' },
    answered: { text: 'Answered', colour: 'green' },
    closed: { text: 'Closed', colour: 'grey' },
  },
  openStatuses: ['unread', 'read', 'answered'],
  dueWords: { 'family-message-read': 'Read it', 'family-message-answer': 'Answer the family' },
  columns: [{ heading: 'About', cell: ({ more }) => topicWords[more?.[0] as MessageTopic] }],
  happened(facts) {
    switch (facts.kind) {
      case 'sent':
        return `The family wrote: ${topicWords[facts.topic].toLowerCase()}`;
      case 'read':
        return 'Read';
      case 'passed-on':
        return 'Passed on to another team';
      case 'answered':
        return 'Answered';
      case 'closed':
        return 'Closed';
    }
  },
  details(facts) {
    if (facts.kind === 'closed') return [['Note', facts.note]];
    return facts.kind === 'sent' || facts.kind === 'answered' ? [['In their words', facts.text ?? undefined]] : [];
  },
  facts: ({ view }) => [
    { key: 'Sent on', value: view === null ? '' : formatDate(view.state.sentOn) },
    view?.state.sent.appointmentOn !== undefined && {
      key: 'Appointment',
      value: formatDate(view.state.sent.appointmentOn),
    },
  ],
  body: ({ view }) =>
    view !== null &&
    insetText(
      html`<p><strong>${topicWords[view.state.sent.topic]}</strong></p>${view.state.sent.text !== null && html`<p><bdi>${view.state.sent.text}</bdi></p>`}`,
    ),
  forms: {
    sent: null,
    read: {
      action: 'Mark as read',
      day: { label: 'Day it was read', filledIn: 'today' },
      offered: ({ readOn, closedOn }) => readOn === null && closedOn === null,
      questions: () => [],
    },
    answered: {
      action: 'Answer the family',
      day: { label: 'Day of the answer', filledIn: 'today' },
      offered: ({ closedOn }) => closedOn === null,
      questions: () => [
        {
          kind: 'long-text',
          name: 'text',
          label: 'Your answer',
          hint: 'Only the person who wrote sees it. Use plain words, and say what happens next.',
          missing: 'Enter your answer',
          rows: 6,
        },
      ],
      saveLabel: 'Send the answer',
    },
    'passed-on': {
      action: 'Pass on to another team',
      day: { label: 'Day it was passed on', filledIn: 'today' },
      offered: ({ closedOn }) => closedOn === null,
      questions: ({ visit, view }) => [
        {
          kind: 'one-of',
          name: 'service',
          label: 'Which team?',
          as: 'select',
          missing: 'Select a team',
          options: teamsOf(visit.policy).flatMap(({ services, name }) => {
            const [service] = services;
            return service === undefined || service === view?.state.service ? [] : [{ value: service, text: name }];
          }),
        },
      ],
    },
    closed: {
      action: 'Close',
      day: { label: 'Day it was closed', filledIn: 'today' },
      offered: ({ closedOn, answers, sent }) =>
        closedOn === null && (answers.length > 0 || sent.topic === 'still-needed'),
      questions: () => [
        {
          kind: 'text',
          name: 'note',
          label: 'What was done',
          hint: 'For colleagues: the family does not see it.',
          missing: 'Enter what was done',
        },
      ],
    },
  },
};
