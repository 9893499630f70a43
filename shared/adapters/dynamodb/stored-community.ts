/** How what a place and its families write for one another is stored: one item each, with its version. */
import * as z from 'zod';
import { helpSchema } from '../../domain/community/help.ts';
import { noticeSchema } from '../../domain/community/notice.ts';
import type { ItemShape } from './stored-item.ts';

const kept = { pk: z.string(), sk: z.string(), v: z.int().min(1), schema: z.int() } as const;

/** A kind of item with what it holds under `paper`. */
export type PaperShape<T> = ItemShape<{ readonly paper: T }>;

export const storedHelpSchema = z.strictObject({ ...kept, paper: helpSchema });
export const storedNoticeSchema = z.strictObject({ ...kept, paper: noticeSchema });

const first = { schema: 1, upcasts: {} } as const;

export const helpShape: PaperShape<z.output<typeof helpSchema>> = { name: 'help', ...first, stored: storedHelpSchema };
export const noticeShape: PaperShape<z.output<typeof noticeSchema>> = {
  ...{ name: 'notice', ...first, stored: storedNoticeSchema },
};
