/** A system of linear inequalities that grows as an attacker learns, and the bounds that it sets to any of its numbers. */
import { type Constraint, solve } from 'yalps';

type Terms = Readonly<Record<string, number>>;

export class Knowledge {
  readonly #constraints: [string, Constraint][] = [];
  readonly #coefficients = new Map<string, Record<string, number>>();

  /** A sum of some numbers, each with its factor, is known to be within bounds. Every number is 0 or more. */
  add(terms: Terms, bounds: { readonly min?: number; readonly max?: number }): void {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds;
    if (min === Number.NEGATIVE_INFINITY && max === Number.POSITIVE_INFINITY) return;
    const name = `c${this.#constraints.length}`;
    this.#constraints.push([name, min === max ? { equal: min } : { ...finite('min', min), ...finite('max', max) }]);
    for (const [variable, factor] of Object.entries(terms)) {
      const of = this.#coefficients.get(variable) ?? {};
      of[name] = (of[name] ?? 0) + factor;
      this.#coefficients.set(variable, of);
    }
  }

  /** The least and most that a sum of numbers can be, given all that is known. */
  bounds(terms: Terms): { readonly least: number; readonly most: number } {
    return { least: this.#optimum(terms, 'minimize'), most: this.#optimum(terms, 'maximize') };
  }

  #optimum(terms: Terms, direction: 'minimize' | 'maximize'): number {
    const names = new Set([...this.#coefficients.keys(), ...Object.keys(terms)]);
    const variables = [...names].map((name): [string, Record<string, number>] => [
      name,
      { ...this.#coefficients.get(name), objective: terms[name] ?? 0 },
    ]);
    const { status, result } = solve({ direction, objective: 'objective', constraints: this.#constraints, variables });
    if (status === 'unbounded') return direction === 'minimize' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    if (status !== 'optimal') throw new Error(`What was released contradicts itself: ${status}`);
    return result;
  }
}

function finite(name: 'min' | 'max', bound: number): Constraint {
  return Number.isFinite(bound) ? { [name]: bound } : {};
}
