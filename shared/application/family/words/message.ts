/**
 * Messages under keys, with named holes: `Since {date}`. A message that counts has a form for each plural category of its language and
 * is chosen by the hole `count`. Which holes a message has is part of its type, so that a missing value, and a translation that
 * lost or invented a hole, do not compile.
 */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Message = string | PluralForms;

/** The holes of a text. */
type Holes<T extends string> = T extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;

export type HolesOf<M extends Message> = M extends string
  ? Holes<M>
  : M extends PluralForms
    ? 'count' | Holes<M['other']>
    : never;

/** A message of a translation where it has the holes of the English one; a form such as "one day" may leave out its count. */
export type Fitting<E extends Message, M> = E extends string
  ? M extends string
    ? [Holes<E>, Holes<M>] extends [Holes<M>, Holes<E>]
      ? M
      : E
    : E
  : M extends PluralForms
    ? [HolesOf<E>, Holes<Extract<M[keyof M], string>>] extends [Holes<M['other']>, HolesOf<E>]
      ? M
      : PluralForms
    : PluralForms;

/** A message taken apart: text as it stands, and the names of its holes. */
export type MessagePart = { readonly text: string } | { readonly hole: string };

export function partsOfMessage(text: string): readonly MessagePart[] {
  return text.split(/\{(\w+)\}/).flatMap((part, at): MessagePart[] => {
    if (at % 2 === 1) return [{ hole: part }];
    return part === '' ? [] : [{ text: part }];
  });
}
