/** What axe cannot decide by itself and a person has looked at. Each review names a rule, the elements that it holds for, and why. */
export interface Review {
  readonly rule: string;
  /** Matches the element's own HTML. */
  readonly element: RegExp;
  readonly why: string;
}

export const reviewedByHand: readonly Review[] = [
  {
    rule: 'color-contrast',
    element: /^<label class="nhsuk-label nhsuk-(?:radios|checkboxes)__label"/,
    why: 'The box is a pseudo-element of the label and lies beside its text, which is #212b32 on #f0f4f5 or white: above 12 to 1.',
  },
  {
    rule: 'color-contrast',
    element: /^<bdi lang="[\w-]+">/,
    why: 'The name of a language or service in the label of a radio button, whose box lies beside it: the same as above.',
  },
  {
    rule: 'color-contrast',
    element: /^<text class="app-chart__text"/,
    why: 'Words of a drawing stand beside its lines, not on them: #212b32 on #f0f4f5 or white, above 12 to 1.',
  },
];
