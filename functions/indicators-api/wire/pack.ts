/** Board packs as programs see them. */
import * as z from 'zod';
import { hexOf, type PackRead } from '../../../shared/application/board/packs.ts';
import {
  type BoardPack,
  copyHashSchema,
  editionsOf,
  isSigned,
  packEventSchema,
} from '../../../shared/domain/board/board-pack.ts';
import { packContentSchema } from '../../../shared/domain/board/pack-document.ts';
import { periodOf, periodSchema } from '../../../shared/domain/board/period.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { writerWireSchema } from './risk.ts';

export const packSummarySchema = z.strictObject({
  period: periodSchema,
  name: z.string(),
  from: localDateSchema,
  to: localDateSchema,
  version: z.int().min(1),
  isSigned: z.boolean().meta({ description: 'The last edition stands: nobody has taken the pack up again since' }),
  editions: z.array(
    z.strictObject({
      edition: z.int().min(1),
      agreedOn: localDateSchema.nullable(),
      signedBy: writerWireSchema,
      at: packEventSchema.shape.at,
      sha256: z.string().meta({ description: 'Of the copy’s bytes, in hex' }),
    }),
  ),
});

export const packWireSchema = packSummarySchema.extend({
  contentHash: copyHashSchema.meta({ description: 'Of the content as it stands: send it to sign what you have read' }),
  sections: z
    .record(z.string(), z.int().min(1))
    .meta({ description: 'The version that each section with commentary was last written as' }),
  content: packContentSchema,
});

export function packSummary(pack: BoardPack): z.output<typeof packSummarySchema> {
  const { code: period, name, from, to } = periodOf(pack.period);
  return {
    ...{ period, name, from, to },
    version: pack.version,
    isSigned: isSigned(pack),
    editions: editionsOf(pack).map(({ edition, copy, signed: { agreedOn, at, by } }) => ({
      ...{ edition, agreedOn, at },
      signedBy: { name: by.name, role: by.role },
      sha256: hexOf(copy),
    })),
  };
}

export function packWire({ pack, content, contentHash }: PackRead): z.output<typeof packWireSchema> {
  const sections = Object.fromEntries(Object.entries(pack.comments).map(([name, { version }]) => [name, version]));
  return { ...packSummary(pack), contentHash, sections, content };
}
