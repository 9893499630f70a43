/** How what a place and its families write for one another is stored: one item each, with its version. */
import * as z from 'zod';
import { answersSchema } from '../../domain/community/answers.ts';
import { helpSchema } from '../../domain/community/help.ts';
import { meetingSchema } from '../../domain/community/meeting.ts';
import { noticeSchema } from '../../domain/community/notice.ts';
import { questionnaireSchema } from '../../domain/community/questionnaire.ts';
import { registerSchema } from '../../domain/community/register.ts';
import type { ItemShape } from './stored-item.ts';

const kept = { pk: z.string(), sk: z.string(), v: z.int().min(1), schema: z.int() } as const;

/** A kind of item with what it holds under `paper`. */
export type PaperShape<T> = ItemShape<{ readonly paper: T }>;

export const storedHelpSchema = z.strictObject({ ...kept, paper: helpSchema });
export const storedNoticeSchema = z.strictObject({ ...kept, paper: noticeSchema });
export const storedMeetingSchema = z.strictObject({ ...kept, paper: meetingSchema });
export const storedRegisterSchema = z.strictObject({ ...kept, paper: registerSchema });
export const storedQuestionnaireSchema = z.strictObject({ ...kept, paper: questionnaireSchema });
/** No instant: when somebody answered could tell who it was. */
export const storedAnswersSchema = z.strictObject({ ...kept, answers: answersSchema });

const first = { schema: 1, upcasts: {} } as const;

export const helpShape: PaperShape<z.output<typeof helpSchema>> = { name: 'help', ...first, stored: storedHelpSchema };
export const noticeShape: PaperShape<z.output<typeof noticeSchema>> = {
  ...{ name: 'notice', ...first, stored: storedNoticeSchema },
};
export const meetingShape: PaperShape<z.output<typeof meetingSchema>> = {
  ...{ name: 'meeting', ...first, stored: storedMeetingSchema },
};
export const registerShape: PaperShape<z.output<typeof registerSchema>> = {
  ...{ name: 'register of a meeting', ...first, stored: storedRegisterSchema },
};
export const questionnaireShape: PaperShape<z.output<typeof questionnaireSchema>> = {
  ...{ name: 'questionnaire', ...first, stored: storedQuestionnaireSchema },
};
export const answersShape: ItemShape<z.output<typeof storedAnswersSchema>> = {
  ...{ name: 'answers', ...first, stored: storedAnswersSchema },
};
