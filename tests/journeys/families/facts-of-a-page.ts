/**
 * Whether everything that a families' page says is either a sentence of the catalogue or a fact that the API told. A page is taken apart into
 * its sentences; what fills the holes of each must be among the facts, as a page writes them.
 */
import { languageNames } from '../../../functions/family-web/pages/reach-pages.ts';
import { english as catalogue } from '../../../shared/application/family/words/english/all.ts';
import type { Message } from '../../../shared/application/family/words/message.ts';
import { wordsIn } from '../../../shared/application/family/words/words-in.ts';
import { formatPence } from '../../../shared/domain/budget/pence.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { mainOf, textOf } from '../../pages/sent-form.ts';

const english = wordsIn('en');
const messages: readonly string[] = Object.values<Message>(catalogue).flatMap((message) =>
  typeof message === 'string' ? [message] : Object.values(message),
);
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
// Each language is called by its own name on every page; which of them is chosen, the preferences say.
const said = new Set([...messages.filter((text) => !text.includes('{')), ...Object.values(languageNames)].map(plain));
const withHoles = messages
  .filter((text) => text.includes('{') && plain(text.replaceAll(/\{\w+\}/g, '')) !== '')
  .map((text) => {
    const parts = plain(text)
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${parts.join('(.+?)')}$`);
  });

/** The texts by which a page can write what an answer of the API says: dates, weeks and money as a page writes them. */
export function factsOf(...answers: readonly unknown[]): ReadonlySet<string> {
  const facts = new Set<string>();
  const take = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) take(inner);
    else if (typeof value === 'number') {
      for (const text of [english.number(value), formatPence(value)]) facts.add(text);
      if (value >= 0) facts.add(english.wait(value)).add(english.say('time.weeks', { count: value }));
    } else if (typeof value === 'string') {
      const date = localDateSchema.safeParse(value);
      for (const line of value.split('\n')) facts.add(plain(line.replace(/^\s*[-*] /, '')));
      if (date.success) facts.add(english.date(date.data));
    }
  };
  for (const answer of answers) take(answer);
  return facts;
}

/** What a page says and neither the catalogue nor the facts account for. Choices of a form are not facts. */
export function unaccounted(page: { readonly html: string }, facts: ReadonlySet<string>): readonly string[] {
  const blocks = mainOf(page)
    .replaceAll(/<(select|textarea|svg|script)\b[\s\S]*?<\/\1>/g, '')
    .split(
      /<\/?(?:p|li|ul|ol|dl|dt|dd|div|h[1-4]|td|th|tr|table|caption|label|legend|fieldset|button|br|summary)\b[^>]*>/,
    );
  const texts = blocks.map((html) => plain(textOf({ html: `<main>${html}</main>` })));
  const known = new Map<string, boolean>();
  return [...new Set(texts)].filter((text) => !accounts(text, facts, known));
}

function accounts(whole: string, facts: ReadonlySet<string>, known: Map<string, boolean>): boolean {
  const text = whole.replace(/^[(:,.;–-]\s*/, '').trim();
  if (text === '' || said.has(text) || facts.has(text)) return true;
  const before = known.get(text);
  if (before !== undefined) return before;
  // A sentence that leads back to itself accounts for nothing.
  known.set(text, false);
  const found =
    accountsWithoutStop(text, facts, known) ||
    withHoles.some((shape) => {
      const filled = shape.exec(text)?.slice(1);
      return filled?.every((value) => accounts(value, facts, known)) ?? false;
    }) ||
    [...text.matchAll(/\s/g)].some(
      ({ index }) => accounts(text.slice(0, index), facts, known) && accounts(text.slice(index + 1), facts, known),
    );
  known.set(text, found);
  return found;
}

function accountsWithoutStop(text: string, facts: ReadonlySet<string>, known: Map<string, boolean>): boolean {
  return /[.,:)(]$/.test(text) && accounts(text.slice(0, -1), facts, known);
}
