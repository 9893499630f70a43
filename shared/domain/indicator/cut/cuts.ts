/** The ways in which a queue is cut into groups (domain.md 2.2), as data. In each, everybody is in exactly one group. */
import { ageBands } from '../../bands/age-bands.ts';
import { bandOf } from '../../bands/band.ts';
import type { PersonFlag } from '../../person/person.ts';
import { type Quintile, quintileOf } from '../deprivation/deprivation.ts';
import type { Counted } from './counted.ts';

export interface Group {
  /** Kebab-case, stable. */
  readonly code: string;
  readonly label: string;
}

export interface Cut extends Group {
  readonly groups: readonly Group[];
  /** Which of the groups somebody is in. "Not known" is a group of its own, never dropped and never spread. */
  readonly groupOf: (counted: Counted) => string;
  /** Several groups told together, beside them. */
  readonly rollups: readonly (Group & { readonly of: readonly string[] })[];
  /** Gaps that are told: each group less another group or rollup. */
  readonly gaps: readonly { readonly group: string; readonly against: string }[];
}

const NOT_KNOWN = { code: 'not-known', label: 'Not known' } as const;

/** 18 to 25 is a group of its own: young people are told apart from children in every figure. */
const ageCut: Cut = {
  code: 'age',
  label: 'Age',
  groups: [...ageBands.map(({ code, label }) => ({ code, label })), NOT_KNOWN],
  groupOf: ({ age }) => bandOf(ageBands, age)?.code ?? NOT_KNOWN.code,
  rollups: [],
  gaps: [],
};

const quintileLabels: Readonly<Record<Quintile, string>> = {
  Q1: 'Most deprived fifth',
  Q2: 'Second fifth',
  Q3: 'Third fifth',
  Q4: 'Fourth fifth',
  Q5: 'Least deprived fifth',
};

const deprivationCut: Cut = {
  code: 'deprivation',
  label: 'Deprivation',
  groups: [...Object.entries(quintileLabels).map(([code, label]) => ({ code: code.toLowerCase(), label })), NOT_KNOWN],
  groupOf: ({ decile }) => quintileOf(decile)?.toLowerCase() ?? NOT_KNOWN.code,
  rollups: [{ code: 'q2-5', label: 'The other four fifths', of: ['q2', 'q3', 'q4', 'q5'] }],
  gaps: [{ group: 'q1', against: 'q2-5' }],
};

/** The 16+1 categories, in the groups of the census; white British apart, because gaps are told against it. */
const ethnicGroups: readonly (Group & { readonly categories: readonly string[] })[] = [
  { code: 'white-british', label: 'White British', categories: ['A'] },
  { code: 'white-other', label: 'White Irish or other White', categories: ['B', 'C'] },
  { code: 'mixed', label: 'Mixed', categories: ['D', 'E', 'F', 'G'] },
  { code: 'asian', label: 'Asian or Asian British', categories: ['H', 'J', 'K', 'L'] },
  { code: 'black', label: 'Black or Black British', categories: ['M', 'N', 'P'] },
  { code: 'other', label: 'Other', categories: ['R', 'S'] },
  { code: 'not-stated', label: 'Not stated', categories: ['Z'] },
  { ...NOT_KNOWN, categories: ['99'] },
];

const ethnicityCut: Cut = {
  code: 'ethnicity',
  label: 'Ethnicity',
  groups: ethnicGroups.map(({ code, label }) => ({ code, label })),
  groupOf: ({ ethnicCategory }) =>
    ethnicGroups.find(({ categories }) => categories.includes(ethnicCategory ?? '99'))?.code ?? NOT_KNOWN.code,
  rollups: [{ code: 'white', label: 'White, all', of: ['white-british', 'white-other'] }],
  gaps: ['white-other', 'mixed', 'asian', 'black', 'other'].map((group) => ({ group, against: 'white-british' })),
};

const plusFlags: readonly (readonly [PersonFlag, string])[] = [
  ['looked-after', 'Looked after'],
  ['care-leaver', 'Care leaver'],
  ['sen-support', 'SEN support'],
  ['ehc-plan', 'EHC plan'],
  ['learning-disability', 'Learning disability'],
  ['young-carer', 'Young carer'],
];

const plusCut = (group: Group, belongs: (counted: Counted) => boolean): Cut => ({
  ...group,
  groups: [
    { code: 'yes', label: group.label },
    { code: 'no', label: 'Everybody else' },
  ],
  groupOf: (counted) => (belongs(counted) ? 'yes' : 'no'),
  rollups: [],
  gaps: [{ group: 'yes', against: 'no' }],
});

export const cuts: readonly Cut[] = [
  ageCut,
  deprivationCut,
  ethnicityCut,
  ...plusFlags.map(([code, label]) => plusCut({ code, label }, ({ flags }) => flags.includes(code))),
  plusCut({ code: 'interpreter', label: 'Needs an interpreter' }, ({ needsInterpreter }) => needsInterpreter),
];
