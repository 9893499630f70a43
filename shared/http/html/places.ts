/** Reads the fixed text of a template once and says where each of its holes stands. */

/** Where a hole stands: in text, as a part of a quoted attribute, at the start of an address, or between the attributes of a tag. */
export type Place = 'text' | 'attribute' | 'address' | 'tag';

const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster', 'data', 'ping', 'background']);
const NEVER = /^(?:on.*|style|srcdoc|srcset)$/;
const RAW_TEXT = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext']);

/** A template as its fixed parts and, between each two of them, the place of a hole. */
export interface ReadTemplate {
  readonly parts: readonly string[];
  readonly places: readonly Place[];
}

const known = new WeakMap<TemplateStringsArray, ReadTemplate>();

/**
 * Reads a template, once. Space before attributes is taken off its part: attributes bring their own, and where there are none
 * nothing is printed.
 * @throws {TypeError} when a hole stands where no escaping helps, or when the template ends inside a tag
 */
export function readTemplate(strings: TemplateStringsArray): ReadTemplate {
  const cached = known.get(strings);
  if (cached !== undefined) return cached;
  const reader = new TemplateReader();
  const places: Place[] = [];
  strings.forEach((part, index) => {
    reader.read(part);
    if (index < strings.length - 1) places.push(reader.hole());
  });
  reader.end();
  const parts = strings.map((part, index) => (places[index] === 'tag' ? part.trimEnd() : part));
  const read = { parts, places };
  known.set(strings, read);
  return read;
}

type State = 'text' | 'tag-name' | 'tag' | 'attribute-name' | 'before-value' | 'value' | 'comment';

/** A small reader of the HTML that we write: double-quoted attributes, no raw text elements with holes. */
class TemplateReader {
  #state: State = 'text';
  #tag = '';
  #attribute = '';
  #valueIsEmpty = true;
  #rawText = '';
  #recent = '';

  read(part: string): void {
    for (const character of part) this.#step(character);
  }

  hole(): Place {
    if (this.#rawText !== '') throw new TypeError(`No value can stand inside <${this.#rawText}>`);
    switch (this.#state) {
      case 'text':
        this.#recent = '';
        return 'text';
      case 'tag':
        return 'tag';
      case 'value': {
        if (NEVER.test(this.#attribute)) throw new TypeError(`No value can stand in ${this.#attribute}`);
        const place = this.#valueIsEmpty && ADDRESSES.has(this.#attribute) ? 'address' : 'attribute';
        this.#valueIsEmpty = false;
        return place;
      }
      default:
        throw new TypeError(`No value can stand here (${this.#state}): quote attributes, name tags in the template`);
    }
  }

  end(): void {
    if (this.#state !== 'text') throw new TypeError('A template must not end inside a tag');
  }

  #step(character: string): void {
    switch (this.#state) {
      case 'text':
        this.#inText(character);
        return;
      case 'comment':
        this.#recent = (this.#recent + character).slice(-3);
        if (this.#recent === '-->') this.#state = 'text';
        return;
      case 'tag-name':
        this.#inTagName(character);
        return;
      case 'tag':
        if (character === '>') this.#closeTag();
        else if (!/[\s/]/.test(character)) {
          this.#attribute = character.toLowerCase();
          this.#state = 'attribute-name';
        }
        return;
      case 'attribute-name':
        if (character === '=') this.#state = 'before-value';
        else if (character === '>') this.#closeTag();
        else if (/[\s/]/.test(character)) this.#state = 'tag';
        else this.#attribute += character.toLowerCase();
        return;
      case 'before-value':
        if (character !== '"') throw new TypeError('Attribute values are written in double quotes');
        this.#state = 'value';
        this.#valueIsEmpty = true;
        return;
      case 'value':
        if (character === '"') this.#state = 'tag';
        else this.#valueIsEmpty = false;
        return;
    }
  }

  #inText(character: string): void {
    if (this.#rawText !== '') {
      this.#recent = (this.#recent + character.toLowerCase()).slice(-(this.#rawText.length + 2));
      if (this.#recent !== `</${this.#rawText}`) return;
      this.#rawText = '';
      this.#state = 'tag';
      this.#tag = '/';
      return;
    }
    if (character === '<') {
      this.#state = 'tag-name';
      this.#tag = '';
    }
  }

  #inTagName(character: string): void {
    if (character === '>') this.#closeTag();
    else if (/\s/.test(character)) this.#state = 'tag';
    else {
      this.#tag += character.toLowerCase();
      if (this.#tag === '!--') {
        this.#state = 'comment';
        this.#recent = '';
      }
    }
  }

  #closeTag(): void {
    this.#state = 'text';
    this.#rawText = RAW_TEXT.has(this.#tag) ? this.#tag : '';
    this.#recent = '';
  }
}
