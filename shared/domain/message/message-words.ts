/**
 * The words of messages. They are read on shared screens and locked telephones, so they say that something waits and where
 * to read it, and nothing of whom or what it is about: no name, number, service or word of the clinic (domain.md 9.2).
 */

import type { AlertSeverity } from '../alert/severity.ts';
import { counted } from '../calendar/weeks.ts';
import type { MessageAbout } from './message.ts';

export interface MessageWords {
  readonly subject: string;
  readonly text: string;
  /** Where to read it, after signing in. */
  readonly path: string;
}

/** Whether a date has passed already. */
export function isPast(severity: AlertSeverity): boolean {
  return severity === 'breach' || severity === 'long-wait';
}

/** What staff and systems are told; families, in family-notice-words.ts. */
export type ToldStaff = Exclude<MessageAbout, { kind: 'family' }>;

export function wordsOf(about: ToldStaff): MessageWords {
  switch (about.kind) {
    case 'alert': {
      const path = `/alerts/${about.alertId}`;
      if (about.event === 'escalated')
        return {
          subject: 'An update was passed on to you',
          text: 'An update was passed on to your team, because nobody has taken it up.',
          path,
        };
      if (about.event === 'snooze-ended')
        return { subject: 'An update is back', text: 'An update that was put off is back.', path };
      return {
        subject: 'You have an update',
        text: isPast(about.severity) ? 'You have an update: a date has passed.' : 'You have an update: a date is near.',
        path,
      };
    }
    case 'bundle': {
      const { messages, past } = about;
      const subject = `You have ${counted(messages.length, 'update')}`;
      const text = past === 0 ? `${subject}.` : `${subject}. For ${past} of them a date has passed.`;
      return { subject, text, path: '/alerts' };
    }
    case 'test':
      return {
        subject: 'This is a test',
        text: 'This is a test of where updates are sent. Nothing has to be done.',
        path: '/',
      };
  }
}
