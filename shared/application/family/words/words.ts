/** What families read, asked for by key in a language: the pages, the API and the messages say the same. */
import { formatDateIn } from '../../../domain/calendar/format-date.ts';
import type { LocalDate } from '../../../domain/calendar/local-date.ts';
import { type Language, localeOf } from '../../../domain/language/reading.ts';
import type { FamilyEstimate } from '../family-estimate.ts';
import { english } from './english/all.ts';
import { easy } from './english/easy.ts';
import { type HolesOf, type Message, type MessagePart, partsOfMessage } from './message.ts';

const inEnglish = { ...english, ...easy };

/** Every message of the families' side; a key that does not exist does not compile. */
export type WordKey = keyof typeof inEnglish;
type Holes<K extends WordKey> = HolesOf<(typeof inEnglish)[K]>;

/** What fills the holes of a message: numbers where it counts, and whatever stands in for text elsewhere. */
export type Filling<K extends WordKey, T> = { readonly [H in Holes<K>]: H extends 'count' ? number : T };
/** Nothing for a message without holes. */
export type Filled<K extends WordKey, T> = [Holes<K>] extends [never] ? [] : [Filling<K, T>];

export class Words {
  readonly language: Language;
  readonly #messages: Readonly<Record<string, Message>>;
  readonly #locale: string;

  constructor(language: Language, messages: Readonly<Record<string, Message>>) {
    this.language = language;
    this.#messages = messages;
    this.#locale = localeOf(language);
  }

  say<K extends WordKey>(key: K, ...filled: Filled<K, string>): string {
    const [values = {}] = filled as [Readonly<Record<string, string | number>>?];
    return this.parts(key, values['count'])
      .map((part) => ('text' in part ? part.text : this.#shown(values[part.hole])))
      .join('');
  }

  /** The message taken apart, for those who fill its holes with more than text. */
  parts(key: WordKey, count?: string | number): readonly MessagePart[] {
    const message: Message = this.#messages[key] ?? inEnglish[key];
    if (typeof message === 'string') return partsOfMessage(message);
    const rules = new Intl.PluralRules(this.#messages[key] === undefined ? 'en' : this.#locale);
    return partsOfMessage(message[rules.select(Number(count))] ?? message.other);
  }

  /** A refusal by the rules in this language, by its code; undefined where only its English message says it. */
  refusal(code: string): string | undefined {
    const said = this.#messages[`refused.${code}`];
    return typeof said === 'string' ? said : undefined;
  }

  /** `12 May 2025`, as this language writes a date in full. */
  date(date: LocalDate): string {
    return formatDateIn(this.#locale, date);
  }

  number(value: number): string {
    return value.toLocaleString(this.#locale);
  }

  /** An amount of whole pence in pounds: `£1,403.85`. */
  money(pence: number): string {
    const style = { style: 'currency', currency: 'GBP', currencyDisplay: 'narrowSymbol' } as const;
    return (pence / 100).toLocaleString(this.#locale, style);
  }

  /** What is said one after the other in a line. */
  list(names: readonly string[]): string {
    if (names.length === 0) return '';
    return names.reduceRight((others, first) => this.say('list.and-more', { first, others }));
  }

  /** A wait in whole weeks and days, as the service counts it. */
  wait(days: number): string {
    const weeks = Math.floor(days / 7);
    const rest = days % 7;
    if (weeks === 0) return this.say('time.days', { count: rest });
    if (rest === 0) return this.say('time.weeks', { count: weeks });
    return this.say('time.weeks-and-days', {
      weeks: this.say('time.weeks', { count: weeks }),
      days: this.say('time.days', { count: rest }),
    });
  }

  /** An honest guess: a range, with how often it is wrong. */
  estimate({ weeks }: FamilyEstimate): string {
    if (weeks === null) return this.say('estimate.unknown');
    return this.say('estimate.range', { range: this.range(weeks) });
  }

  /** `30 to 44 weeks`. */
  range({ from, to }: NonNullable<FamilyEstimate['weeks']>): string {
    const weeks = this.say('time.weeks', { count: to });
    if (from === to) return this.say('estimate.about', { weeks });
    return this.say('estimate.between', { from: this.number(from), weeks });
  }

  #shown(value: string | number | undefined): string {
    return typeof value === 'number' ? this.number(value) : (value ?? '');
  }
}

/** The words of English, which are those of every language that has none of its own. */
export const englishWords = new Words('en', inEnglish);
