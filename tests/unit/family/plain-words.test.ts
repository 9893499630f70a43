/** Every sentence that families can be told is plain (ADR 0092), also those of states that no test of pages looks at, and of messages. */
import { describe, expect, it } from 'vitest';
import { english } from '../../../shared/application/family/words/english/all.ts';
import { easy } from '../../../shared/application/family/words/english/easy.ts';
import type { Message } from '../../../shared/application/family/words/message.ts';
import { familyNoticeKinds } from '../../../shared/domain/message/family-notice.ts';
import { noticeWords } from '../../../shared/domain/message/family-notice-words.ts';
import { hardParts } from '../../browser/plain-words.ts';

function hard(path: string, text: string, isEasy: boolean): readonly string[] {
  return hardParts({ path, language: 'en', isEasy, blocks: [{ section: '', text }] });
}

function hardMessages(catalogue: Readonly<Record<string, Message>>, isEasy: boolean): readonly string[] {
  return Object.entries(catalogue).flatMap(([key, message]) =>
    (typeof message === 'string' ? [message] : Object.values(message)).flatMap((text) => hard(key, text, isEasy)),
  );
}

describe('the words of families', () => {
  it('are plain on every page and in every refusal', () => {
    expect(hardMessages(english, false)).toEqual([]);
  });

  it('are easier still in Easy Read', () => {
    expect(hardMessages(easy, true)).toEqual([]);
  });

  it.each(familyNoticeKinds)('are plain in the message “%s”, in each of its formats', (notice) => {
    const style = { language: 'en', easyRead: false, largePrint: false, bsl: false } as const;
    for (const { easyRead, bsl } of [
      { easyRead: false, bsl: false },
      { easyRead: false, bsl: true },
      { easyRead: true, bsl: false },
    ]) {
      const { subject, text, ending } = noticeWords(notice, { ...style, easyRead, bsl }, '012345');
      expect(hard(notice, `${subject}. ${text}`, easyRead)).toEqual([]);
      expect(hard(notice, ending, false)).toEqual([]);
    }
  });
});
