/** What stands around a pack: drafts and signed copies alike. */
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import type { Html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { packsPath } from '../../addresses.ts';

export function packFrame(content: Html): PageAnswer {
  return page({
    title: 'Board pack',
    section: 'indicators',
    isWide: true,
    beforeContent: backLink({ href: packsPath, text: 'All board packs' }),
    content,
  });
}
