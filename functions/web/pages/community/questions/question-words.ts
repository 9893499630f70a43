/** What questionnaires are called where staff read them. */
import type { LocalDate } from '../../../../../shared/domain/calendar/local-date.ts';
import {
  canAnswer,
  type QuestionKind,
  type Questionnaire,
  type QuestionnaireEvent,
} from '../../../../../shared/domain/community/questionnaire.ts';
import { tag } from '../../../../../shared/http/html/components/tag.ts';
import type { Html } from '../../../../../shared/http/html/html.ts';
import { historyOf } from '../parts.ts';

export const kindNames: Readonly<Record<QuestionKind, string>> = {
  one: 'One answer of several',
  several: 'As many answers as fit',
  rating: 'A number from 1 to 5',
  text: 'Their own words',
};

export const questionnaireHistory = historyOf<QuestionnaireEvent>({
  written: 'Written',
  opened: 'Opened to families',
  closed: 'Closed',
  shared: 'Shared back',
});

export function questionnaireTag(questionnaire: Questionnaire, today: LocalDate): Html {
  if (questionnaire.outcome !== null) return tag({ text: 'Shared back', colour: 'blue' });
  if (questionnaire.state === 'draft') return tag({ text: 'Draft', colour: 'yellow' });
  return tag(canAnswer(questionnaire, today) ? { text: 'Open', colour: 'green' } : { text: 'Closed', colour: 'grey' });
}
