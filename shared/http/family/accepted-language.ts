import { type Language, languages } from '../../domain/language/reading.ts';

/** No browser sends more; what follows is not looked at. */
const MOST_RANGES = 20;

/**
 * The language that an `Accept-Language` header asks for most, of those that there are (RFC 9110, 12.5.4, by lookup of RFC 4647,
 * 3.4: `ar-SY` is `ar`); undefined where it asks for none of them. Any Chinese that is not said to be Traditional is Simplified here.
 */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  if (header === undefined) return undefined;
  const wanted = header
    .split(',')
    .slice(0, MOST_RANGES)
    .map((range) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = Number(/^q=([01](?:\.\d{0,3})?)$/.exec(parameters.join(';'))?.[1] ?? 1);
      return { tag, weight };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const found = languages.find((language) => matches(tag, language));
    if (found !== undefined) return found;
  }
  return undefined;
}

function matches(tag: string, language: Language): boolean {
  if (language === 'zh-Hans') return /^zh(?:-(?!hant|tw|hk|mo).*)?$/.test(tag);
  return tag === language || tag.startsWith(`${language}-`);
}
