/** What a content editor writes for families in tests. */
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import type { HelpContent } from '../../shared/domain/community/help.ts';
import type { NoticeContent } from '../../shared/domain/community/notice.ts';

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
