import * as z from 'zod';
import { writing } from '../../../shared/application/board/work-paper.ts';
import {
  listQuestionnaires,
  readQuestionnaire,
  workQuestionnaire,
  writeQuestionnaire,
} from '../../../shared/application/community/questionnaires.ts';
import { outcomeLinesSchema, questionnaireDetailsSchema } from '../../../shared/domain/community/questionnaire.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import {
  questionnaireWire,
  questionnaireWireSchema,
  questionnaireWithAnswers,
  questionnaireWithAnswersSchema,
} from '../wire/taking-part.ts';
import { workRouteOf } from './paper-work.ts';

const tag = 'For families';
const params = z.strictObject({ questionnaireId: opaqueIdSchema });
const nothing = z.strictObject({});

const workRoute = workRouteOf({
  ...{ tag, at: '/v1/questionnaires', param: 'questionnaireId' },
  ...{ response: questionnaireWireSchema, wire: questionnaireWire, work: workQuestionnaire },
});

export const questionnaireRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/questionnaires',
    id: 'listQuestionnaires',
    tag,
    summary: 'What the place asks its families, the last to close first',
    action: 'community.read',
    response: z.strictObject({ questionnaires: z.array(questionnaireWireSchema) }),
    async handle({ call }, deps) {
      return { body: { questionnaires: (await listQuestionnaires(deps, call)).map(questionnaireWire) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/questionnaires',
    id: 'writeQuestionnaire',
    tag,
    summary: 'Write questions: a draft, until families can answer',
    action: 'community.write',
    body: questionnaireDetailsSchema,
    status: 201,
    response: questionnaireWireSchema,
    async handle(asked, deps) {
      const made = await writeQuestionnaire(deps, writing(asked), asked.body, asked.key);
      return { body: questionnaireWire(made), version: made.version, location: `/v1/questionnaires/${made.id}` };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/questionnaires/{questionnaireId}',
    id: 'readQuestionnaire',
    tag,
    summary: 'A questionnaire with what families have said, small numbers hidden',
    action: 'community.read',
    params,
    response: questionnaireWithAnswersSchema,
    async handle({ params: { questionnaireId }, call }, deps) {
      const view = await readQuestionnaire(deps, call, questionnaireId);
      return { body: questionnaireWithAnswers(view), version: view.questionnaire.version };
    },
  }),
  workRoute('draft', 'changeQuestionnaire', 'Change the questions', questionnaireDetailsSchema, (details) => ({
    ...{ kind: 'written', details },
  })),
  workRoute('open', 'openQuestionnaire', 'Let families answer', nothing, () => ({ kind: 'opened' })),
  workRoute('close', 'closeQuestionnaire', 'Take no more answers', nothing, () => ({ kind: 'closed' })),
  workRoute(
    'outcome',
    'shareOutcome',
    'Share back what came of it, with the answers counted',
    z.strictObject({ lines: outcomeLinesSchema }),
    ({ lines }) => ({ kind: 'shared', lines }),
  ),
];
