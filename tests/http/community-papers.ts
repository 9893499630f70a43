/** What a content editor writes for families in tests. */
import type { HelpContent } from '../../shared/domain/community/help.ts';

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
