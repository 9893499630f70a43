/** A figure that is the sum of others, which may be sums of others: which of all these must be hidden. */
import { hiddenCells } from './partition.ts';
import { isProtected, type SuppressionRule } from './rule.ts';

export interface Node {
  readonly id: string;
  readonly count: number;
  /** They add up to the count. */
  readonly parts: readonly Node[];
}

/** Ids of everything that is hidden, and the sets within which people could be moved with no shown figure changed. */
export interface HiddenInTree {
  readonly ids: ReadonlySet<string>;
  /** Each the ids of the smallest hidden parts among which that is so. */
  readonly exchanges: readonly (readonly string[])[];
}

/**
 * Hides parts of each sum as {@link hiddenCells} says; what is part of something hidden is hidden with it. Where hiding every part of a
 * sum would not be enough, the sum is hidden too, and so on up.
 */
export function hiddenInTree(root: Node, rule: SuppressionRule): HiddenInTree {
  const forced = new Set<string>();
  for (;;) {
    const walk = new Walk(rule, forced);
    walk.visit(root);
    if (walk.notEnough === undefined) return { ids: walk.ids, exchanges: walk.exchanges };
    forced.add(walk.notEnough);
  }
}

class Walk {
  readonly ids = new Set<string>();
  readonly exchanges: string[][] = [];
  /** A sum of which hiding every part is not enough. */
  notEnough: string | undefined;
  readonly #rule: SuppressionRule;
  readonly #forced: ReadonlySet<string>;

  constructor(rule: SuppressionRule, forced: ReadonlySet<string>) {
    this.#rule = rule;
    this.#forced = forced;
  }

  visit(root: Node): void {
    if (isProtected(root.count, this.#rule) || this.#forced.has(root.id)) this.#hide(root);
    else this.#parts(root);
  }

  #parts({ id, parts }: Node): void {
    const hidden = hiddenCells(
      parts.map(({ count }) => count),
      this.#rule,
      parts.map((part) => this.#forced.has(part.id)),
    );
    if (hidden === 'not-enough') {
      this.notEnough ??= id;
      return;
    }
    const set: string[] = [];
    for (const [at, part] of parts.entries()) {
      if (hidden[at]) set.push(...this.#hide(part));
      else this.#parts(part);
    }
    if (set.length > 0) this.exchanges.push(set);
  }

  /** Hides a part with all of its own; answers the smallest of these. */
  #hide(node: Node): string[] {
    this.ids.add(node.id);
    const leaves = node.parts.flatMap((part) => this.#hide(part));
    return node.parts.length === 0 ? [node.id] : leaves;
  }
}
