import type { Words } from '../../application/family/words/words.ts';
import { backLink } from '../html/components/back-link.ts';
import type { Html } from '../html/html.ts';

/** The way back to the page before, in the reader's words. @param text in place of "Back" */
export function familyBackLink(words: Words, href: string, text = words.say('frame.back')): Html {
  return backLink({ href, text, label: words.say('frame.back') });
}
