import { type Condition, readCondition } from './iam-condition.ts';
import { type IamRequest, type IamStatement, likeness, many } from './iam-statement.ts';

/** One grant of a policy: an action and a resource that one Allow statement pairs. */
export interface Grant {
  readonly sid: string | undefined;
  readonly action: string;
  readonly resource: string;
}

/** What a policy says to a request. */
export type Decision =
  | { readonly allowed: true; readonly grants: readonly Grant[] }
  | { readonly allowed: false; readonly because: 'no-grant' | 'explicit-deny' };

interface Rule {
  readonly allows: boolean;
  readonly appliesTo: (request: IamRequest) => boolean;
  readonly grants: readonly { readonly grant: Grant; readonly covers: (request: IamRequest) => boolean }[];
}

/**
 * A role's identity policy. A request is allowed if some Allow statement covers it and no Deny statement does; nothing
 * else is taken into account (no boundaries, no resource policies: the template has none).
 */
export class Policy {
  readonly #rules: readonly Rule[];
  readonly #seen = new Map<Grant, number>();

  constructor(statements: readonly IamStatement[]) {
    this.#rules = statements.map(readRule);
    for (const rule of this.#rules) for (const { grant } of rule.grants) this.#seen.set(grant, 0);
  }

  /** Decides, and counts the grants that the decision rests on. */
  decide(request: IamRequest): Decision {
    const applying = this.#rules.filter((rule) => rule.appliesTo(request));
    if (applying.some((rule) => !rule.allows)) return { allowed: false, because: 'explicit-deny' };
    if (applying.length === 0) return { allowed: false, because: 'no-grant' };
    const grants = applying.flatMap((rule) =>
      rule.grants.filter(({ covers }) => covers(request)).map(({ grant }) => grant),
    );
    for (const grant of grants) this.#seen.set(grant, (this.#seen.get(grant) ?? 0) + 1);
    return { allowed: true, grants };
  }

  /** Every grant of the policy and how many decisions rested on it. */
  uses(): readonly { readonly grant: Grant; readonly uses: number }[] {
    return [...this.#seen].map(([grant, uses]) => ({ grant, uses }));
  }
}

function readRule(statement: IamStatement): Rule {
  const actions = many(statement.Action).map((pattern) => ({ pattern, matches: likeness(pattern, true) }));
  const notActions = many(statement.NotAction).map((pattern) => likeness(pattern, true));
  const resources = many(statement.Resource).map((pattern) => ({ pattern, matches: likeness(pattern) }));
  const notResources = many(statement.NotResource).map((pattern) => likeness(pattern));
  const condition: Condition = readCondition(statement.Condition);

  const acts = ({ action }: IamRequest) =>
    statement.NotAction === undefined
      ? actions.some(({ matches }) => matches(action))
      : !notActions.some((matches) => matches(action));
  const reaches = ({ resource }: IamRequest) =>
    statement.NotResource === undefined
      ? resources.some(({ matches }) => matches(resource))
      : !notResources.some((matches) => matches(resource));

  return {
    allows: statement.Effect === 'Allow',
    appliesTo: (request) => acts(request) && reaches(request) && condition(request.context),
    grants:
      statement.Effect === 'Deny'
        ? []
        : actions.flatMap((action) =>
            resources
              .filter((resource) => pairs(action.pattern, resource.pattern))
              .map((resource) => ({
                grant: { sid: statement.Sid, action: action.pattern, resource: resource.pattern },
                covers: (request: IamRequest) => action.matches(request.action) && resource.matches(request.resource),
              })),
          ),
  };
}

const ON_ITEMS = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
];
const ON_STREAMS = [
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:DescribeStream',
  'dynamodb:ListStreams',
];

/**
 * Whether an action can act on a resource at all. A statement that lists a table, its indexes and its stream beside each
 * other grants `GetItem` on an index in form only: nothing could use it, so it is not counted as a grant.
 */
function pairs(action: string, resource: string): boolean {
  if (!action.startsWith('dynamodb:')) return true;
  const onIndex = resource.includes('/index/');
  const onStream = resource.includes('/stream/');
  if (ON_STREAMS.includes(action)) return !onIndex;
  if (ON_ITEMS.includes(action)) return !onIndex && !onStream;
  return !onStream;
}
