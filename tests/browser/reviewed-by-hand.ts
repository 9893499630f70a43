/** What axe cannot decide by itself and a person has looked at. Each review names a rule, the elements that it holds for, and why. */
export interface Review {
  readonly rule: string;
  /** Matches the element's own HTML. */
  readonly element: RegExp;
  readonly why: string;
}

export const reviewedByHand: readonly Review[] = [];
