import { describe, expect, it } from 'vitest';
import { button, linkButton } from '../../../shared/http/html/components/button.ts';
import { checkboxes } from '../../../shared/http/html/components/checkboxes.ts';
import { dateInput } from '../../../shared/http/html/components/date-input.ts';
import { errorMessage } from '../../../shared/http/html/components/error-message.ts';
import { errorSummary } from '../../../shared/http/html/components/error-summary.ts';
import { fieldset } from '../../../shared/http/html/components/fieldset.ts';
import { fileUpload } from '../../../shared/http/html/components/file-upload.ts';
import { hint } from '../../../shared/http/html/components/hint.ts';
import { input } from '../../../shared/http/html/components/input.ts';
import { radios } from '../../../shared/http/html/components/radios.ts';
import { select } from '../../../shared/http/html/components/select.ts';
import { textarea } from '../../../shared/http/html/components/textarea.ts';
import { type Html, html, raw } from '../../../shared/http/html/html.ts';
import { macro } from './macros.ts';
import { normalised } from './markup.ts';

type Case = readonly [what: string, component: string, ours: Html, options: object];

const hidden = 'nhsuk-u-visually-hidden';

const cases: readonly Case[] = [
  ['primary', 'button', button({ text: 'Save & go' }), { text: 'Save & go', preventDoubleClick: true }],
  [
    'secondary, small, with a value',
    'button',
    button({ text: 'Assign', variant: 'secondary', small: true, name: 'action', value: 'assign', id: 'assign' }),
    {
      text: 'Assign',
      variant: 'secondary',
      small: true,
      name: 'action',
      value: 'assign',
      id: 'assign',
      preventDoubleClick: true,
    },
  ],
  [
    'warning',
    'button',
    button({ text: 'Remove', variant: 'warning' }),
    { text: 'Remove', variant: 'warning', preventDoubleClick: true },
  ],
  ['link', 'button', linkButton({ text: 'Start', href: '/start?a=1&b=2' }), { text: 'Start', href: '/start?a=1&b=2' }],
  [
    'message',
    'error-message',
    errorMessage({ id: 'x-error', text: 'Enter <a> date' }),
    { id: 'x-error', text: 'Enter <a> date' },
  ],
  [
    'hint',
    'hint',
    hint({ id: 'x-hint', text: 'For example, 31 3 2016' }),
    { id: 'x-hint', text: 'For example, 31 3 2016' },
  ],
  [
    'two fields and the form',
    'error-summary',
    errorSummary([
      { text: 'Enter a name', href: '#name' },
      { text: 'Changed meanwhile', href: null },
    ]),
    {
      heading: 'There is a problem',
      errorList: [{ text: 'Enter a name', href: '#name' }, { text: 'Changed meanwhile' }],
    },
  ],
  [
    'with a page heading as legend',
    'fieldset',
    fieldset({
      legend: { text: 'Address', size: 'l', isPageHeading: true },
      content: html`<p>in</p>`,
      describedBy: 'a b',
      role: 'group',
    }),
    {
      legend: { text: 'Address', size: 'l', isPageHeading: true },
      html: '<p>in</p>',
      describedBy: 'a b',
      role: 'group',
    },
  ],
  ['plain', 'input', input({ id: 'n', name: 'n', label: 'Name' }), { id: 'n', name: 'n', label: { text: 'Name' } }],
  [
    'everything',
    'input',
    input({
      id: 'weeks',
      name: 'weeks',
      label: { text: 'Weeks', size: 'm', isPageHeading: true },
      hint: 'Whole weeks',
      error: 'Enter "weeks"',
      value: `7 "&' <b>`,
      width: 3,
      inputMode: 'numeric',
      autocomplete: 'off',
      spellcheck: false,
      prefix: 'about',
      suffix: 'weeks',
    }),
    {
      id: 'weeks',
      name: 'weeks',
      label: { text: 'Weeks', size: 'm', isPageHeading: true },
      hint: { text: 'Whole weeks' },
      errorMessage: { text: 'Enter "weeks"' },
      value: `7 "&' <b>`,
      width: 3,
      inputmode: 'numeric',
      autocomplete: 'off',
      spellcheck: false,
      prefix: 'about',
      suffix: 'weeks',
    },
  ],
  [
    'hidden label',
    'input',
    input({ id: 's', name: 's', type: 'search', label: { text: 'Search', isHidden: true } }),
    { id: 's', name: 's', type: 'search', label: { text: 'Search', classes: hidden } },
  ],
  [
    'kept text and an error',
    'textarea',
    textarea({
      id: 'why',
      name: 'why',
      label: 'Why',
      hint: 'Briefly',
      error: 'Say why',
      value: '</textarea>\nand "more"',
      rows: 8,
    }),
    {
      id: 'why',
      name: 'why',
      label: 'Why',
      hint: 'Briefly',
      errorMessage: 'Say why',
      value: '</textarea>\nand "more"',
      rows: 8,
    },
  ],
  [
    'one chosen',
    'select',
    select({
      id: 'team',
      name: 'team',
      label: 'Team',
      error: 'Choose a team',
      value: 'n',
      options: [
        { value: '', text: 'Choose' },
        { value: 'n', text: 'North & west' },
      ],
    }),
    {
      id: 'team',
      name: 'team',
      label: 'Team',
      errorMessage: 'Choose a team',
      value: 'n',
      items: [
        { value: '', text: 'Choose' },
        { value: 'n', text: 'North & west' },
      ],
    },
  ],
  [
    'hints, a divider and a question that opens',
    'radios',
    radios({
      id: 'tier',
      name: 'tier',
      legend: { text: 'Priority', size: 'm' },
      hint: 'As triaged',
      error: 'Choose one',
      value: 'soon',
      choices: [
        { value: 'urgent', text: 'Urgent', hint: 'Two weeks', conditional: html`<p>Why?</p>` },
        { divider: 'or' },
        { value: 'soon', text: 'Soon', conditional: html`<p>When?</p>` },
      ],
    }),
    {
      idPrefix: 'tier',
      name: 'tier',
      fieldset: { legend: { text: 'Priority', size: 'm' } },
      hint: { text: 'As triaged' },
      errorMessage: { text: 'Choose one' },
      value: 'soon',
      items: [
        { value: 'urgent', text: 'Urgent', hint: { text: 'Two weeks' }, conditional: { html: '<p>Why?</p>' } },
        { divider: 'or' },
        { value: 'soon', text: 'Soon', conditional: { html: '<p>When?</p>' } },
      ],
    },
  ],
  [
    'small and inline',
    'radios',
    radios({
      id: 'y',
      name: 'y',
      legend: 'Came?',
      small: true,
      inline: true,
      choices: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: raw('<em>No</em>') },
      ],
    }),
    {
      idPrefix: 'y',
      name: 'y',
      fieldset: { legend: 'Came?' },
      small: true,
      inline: true,
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', html: '<em>No</em>' },
      ],
    },
  ],
  [
    'two chosen',
    'checkboxes',
    checkboxes({
      id: 'needs',
      name: 'needs',
      legend: 'Needs',
      small: true,
      values: ['a', 'c'],
      choices: [
        { value: 'a', text: 'A', hint: 'First' },
        { value: 'b', text: 'B', conditional: html`<p>Which?</p>` },
        { value: 'c', text: 'C', id: 'own' },
      ],
    }),
    {
      idPrefix: 'needs',
      name: 'needs',
      fieldset: { legend: 'Needs' },
      small: true,
      values: ['a', 'c'],
      items: [
        { value: 'a', text: 'A', hint: { text: 'First' } },
        { value: 'b', text: 'B', conditional: { html: '<p>Which?</p>' } },
        { value: 'c', text: 'C', id: 'own' },
      ],
    },
  ],
  ['empty', 'date-input', dateInput({ id: 'born', name: 'born', legend: 'Born' }), dateOptions({})],
  [
    'one part wrong',
    'date-input',
    dateInput({
      id: 'born',
      name: 'born',
      legend: 'Born',
      hint: 'For example, 31 3 2016',
      error: 'The month must be from 1 to 12',
      value: { day: '1', month: '13', year: '' },
      wrongParts: ['month'],
    }),
    dateOptions({
      hint: 'For example, 31 3 2016',
      error: 'The month must be from 1 to 12',
      value: ['1', '13', undefined],
      wrong: ['month'],
    }),
  ],
  [
    'all wrong',
    'date-input',
    dateInput({ id: 'born', name: 'born', legend: 'Born', error: 'Enter a date' }),
    dateOptions({ error: 'Enter a date', wrong: ['day', 'month', 'year'] }),
  ],
  [
    'with a kind of file',
    'file-upload',
    fileUpload({ id: 'file', name: 'file', label: 'Extract', hint: 'CSV', error: 'Choose a file', accept: '.csv' }),
    {
      id: 'file',
      name: 'file',
      label: 'Extract',
      hint: 'CSV',
      errorMessage: 'Choose a file',
      attributes: { accept: '.csv' },
    },
  ],
];

/** The package's options for our three parts: our names, and the parts' own ids. */
function dateOptions(given: {
  hint?: string;
  error?: string;
  value?: (string | undefined)[];
  wrong?: string[];
}): object {
  const parts = ['day', 'month', 'year'].map((part, index) => ({
    id: `born-${part}`,
    name: `born-${part}`,
    label: part.charAt(0).toUpperCase() + part.slice(1),
    value: given.value?.[index],
    width: part === 'year' ? 4 : 2,
    classes: given.wrong?.includes(part) ? 'nhsuk-input--error' : '',
  }));
  return { id: 'born', fieldset: { legend: 'Born' }, hint: given.hint, errorMessage: given.error, items: parts };
}

describe('form components draw what nhsuk-frontend draws', () => {
  it.each(cases)('%s %s', (_, component, ours, options) => {
    expect(normalised(ours.markup)).toBe(normalised(macro(component, options)));
  });
});
