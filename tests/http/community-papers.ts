/** What a content editor writes for families in tests. */
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import type { HelpContent } from '../../shared/domain/community/help.ts';
import type { MeetingDetails } from '../../shared/domain/community/meeting.ts';
import type { NoticeContent } from '../../shared/domain/community/notice.ts';
import type { QuestionnaireDetails } from '../../shared/domain/community/questionnaire.ts';

export function aHelp(more: Partial<HelpContent> = {}): HelpContent {
  return {
    kind: 'sendiass',
    title: 'Liverpool SENDIASS',
    text: 'You can ask about school and plans.\n\n- It is free\n- It is private',
    whoFor: 'parents, carers and young people',
    queues: [],
    links: [{ text: 'Find your SENDIASS', url: 'https://councilfordisabledchildren.org.uk/' }],
    phone: null,
    ...more,
  };
}

export function aNotice(more: Partial<NoticeContent> = {}): NoticeContent {
  return {
    title: 'The clinic is moving',
    text: 'From 1 December we see you at the new children’s centre.',
    queues: [],
    until: localDate('2026-12-31'),
    ...more,
  };
}

export function aMeeting(more: Partial<MeetingDetails> = {}): MeetingDetails {
  return {
    title: 'Coffee morning on waiting',
    text: 'Come and tell us what would help while you wait.',
    queues: [],
    on: localDate('2026-12-10'),
    from: '10:00',
    to: '12:00',
    where: 'The family hub',
    access: 'Step-free, with a quiet room',
    capacity: 10,
    bookBy: localDate('2026-12-08'),
    ...more,
  };
}

export function aQuestionnaire(more: Partial<QuestionnaireDetails> = {}): QuestionnaireDetails {
  return {
    title: 'How do we tell you?',
    intro: 'Tell us how we keep in touch.',
    queues: [],
    questions: [
      { kind: 'one', text: 'Do we tell you enough?', options: ['Yes', 'No'] },
      { kind: 'rating', text: 'How easy is it to reach us?', options: [] },
      { kind: 'text', text: 'What would help?', options: [] },
    ],
    closesOn: localDate('2026-12-10'),
    ...more,
  };
}
