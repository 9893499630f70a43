/** How what a place and its families write for one another is stored: one item each, with its version. */
import * as z from 'zod';
import { answersSchema } from '../../domain/community/answers.ts';
import { helpSchema } from '../../domain/community/help.ts';
import { meetingSchema } from '../../domain/community/meeting.ts';
import { noticeSchema } from '../../domain/community/notice.ts';
import { questionnaireSchema } from '../../domain/community/questionnaire.ts';
import { registerSchema } from '../../domain/community/register.ts';
import { seekerSchema } from '../../domain/community/seeker.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { EXPIRES_ATTRIBUTE } from './table.ts';

const kept = { pk: z.string(), sk: z.string(), v: z.int().min(1), schema: z.int() } as const;

/** A kind of item with what it holds under `paper`. */
export type PaperShape<T> = ItemShape<{ readonly paper: T }>;

export const storedHelpSchema = z.strictObject({ ...kept, paper: helpSchema });
export const storedNoticeSchema = z.strictObject({ ...kept, paper: noticeSchema });
export const storedMeetingSchema = z.strictObject({ ...kept, paper: meetingSchema });
export const storedRegisterSchema = z.strictObject({ ...kept, paper: registerSchema });
export const storedSeekerSchema = z.strictObject({
  ...kept,
  sk: z.literal('S'),
  seeker: seekerSchema,
  [EXPIRES_ATTRIBUTE]: z.int(),
});
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
  ...{ name: 'register of a meeting', schema: 2, upcasts: { 1: nobodyMovedUp }, stored: storedRegisterSchema },
};
export const seekerShape: ItemShape<z.output<typeof storedSeekerSchema>> = {
  ...{ name: 'who waits for a place', ...first, stored: storedSeekerSchema },
};
export const questionnaireShape: PaperShape<z.output<typeof questionnaireSchema>> = {
  ...{ name: 'questionnaire', ...first, stored: storedQuestionnaireSchema },
};
export const answersShape: ItemShape<z.output<typeof storedAnswersSchema>> = {
  ...{ name: 'answers', ...first, stored: storedAnswersSchema },
};

/** Whoever had moved up before it was written down is told by their page alone. */
function nobodyMovedUp(item: RawItem): RawItem {
  const paper = item['paper'] as { readonly bookings: readonly object[] };
  const bookings = paper.bookings.map((booking) => ({ ...booking, movedUpAt: null }));
  return { ...item, schema: 2, paper: { ...paper, bookings } };
}

/** What an item of a register holds. @throws UnreadableItem */
export function registerOf(item: RawItem): z.output<typeof registerSchema> {
  return readItem(registerShape, item).paper;
}
