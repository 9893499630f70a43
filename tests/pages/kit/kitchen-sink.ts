/** One page with every component in each of its states, for the browser to judge. */
import { backLink } from '../../../shared/http/html/components/back-link.ts';
import { breadcrumbs } from '../../../shared/http/html/components/breadcrumbs.ts';
import { button, buttonGroup, linkButton } from '../../../shared/http/html/components/button.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { checkboxes } from '../../../shared/http/html/components/checkboxes.ts';
import { dateInput } from '../../../shared/http/html/components/date-input.ts';
import { details } from '../../../shared/http/html/components/details.ts';
import { errorSummary } from '../../../shared/http/html/components/error-summary.ts';
import { fieldset } from '../../../shared/http/html/components/fieldset.ts';
import { fileUpload } from '../../../shared/http/html/components/file-upload.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { heading, pageHeading } from '../../../shared/http/html/components/heading.ts';
import { input } from '../../../shared/http/html/components/input.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { nhsNumber } from '../../../shared/http/html/components/nhs-number.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { pagination } from '../../../shared/http/html/components/pagination.ts';
import { panel } from '../../../shared/http/html/components/panel.ts';
import { progress } from '../../../shared/http/html/components/progress.ts';
import { radios } from '../../../shared/http/html/components/radios.ts';
import { select } from '../../../shared/http/html/components/select.ts';
import { subNavigation } from '../../../shared/http/html/components/sub-navigation.ts';
import { summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { tag } from '../../../shared/http/html/components/tag.ts';
import { textarea } from '../../../shared/http/html/components/textarea.ts';
import { timeline } from '../../../shared/http/html/components/timeline.ts';
import { warningCallout } from '../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';

const COLOURS = ['white', 'grey', 'green', 'aqua-green', 'blue', 'purple', 'pink', 'red', 'orange', 'yellow'] as const;

/** The page after something was done. */
export const confirmation: Html = panel({ heading: 'Referral added', content: 'The family has been told.' });

export const beforeKitchenSink: Html = html`${breadcrumbs([
  { text: 'Waiting lists', href: '/queues' },
  { text: 'Speech and language therapy', href: '/queues/SALT' },
])}${backLink({ href: '/queues' })}`;

export const kitchenSink: Html = html`
${errorSummary([
  { text: 'Enter a date of birth', href: '#birth-day' },
  { text: 'Choose a priority', href: '#tier' },
  { text: 'Somebody else has changed this referral', href: null },
])}
${notificationBanner({ variant: 'success', heading: 'Triage recorded', content: html`<p>The wait goes on from 3 March 2026.</p>` })}
${notificationBanner({ variant: 'important', heading: 'This person has moved out of the area', id: 'moved' })}
${pageHeading(personName('محمد عبد الله'), 'Speech and language therapy')}
<p>NHS number ${nhsNumber('9990000018')}, ${nhsNumber(null)}. ${COLOURS.map((colour) => html`${tag({ text: `A ${colour} tag`, colour })} `)}</p>
${subNavigation({
  landmark: 'Record',
  views: [
    { text: 'Overview', href: '#', isCurrent: true },
    { text: 'Referrals', href: '#', isCurrent: false, count: 3 },
    { text: 'Timeline', href: '#', isCurrent: false },
  ],
})}
${summaryList({
  rows: [
    {
      key: 'Name',
      value: personName('Áine Ní Dhomhnaill-O’Brien'),
      actions: [{ text: 'Change', hidden: 'name', href: '#' }],
    },
    { key: 'Born', value: '29 February 2016 (10 years)' },
    {
      key: 'Adjustments',
      value: undefined,
      actions: [
        { text: 'Add', hidden: 'an adjustment', href: '#' },
        { text: 'See', hidden: 'all adjustments', href: '#' },
      ],
    },
  ],
})}
${warningCallout({ heading: 'Was not brought twice', content: html`<p>Think about safeguarding before you discharge.</p>` })}
${insetText('The family is told of each step by letter.')}
${card({ heading: 'Waiting', headingLevel: 2, content: '37 people, 4 of them over the limit', href: '#' })}
${details({ summary: 'Why is this number 126?', content: html`<p>Received on 3 March 2026; no event has stopped the clock.</p>` })}
${heading({ text: 'A form', level: 2, size: 'm' })}
${postForm({
  action: '/submit',
  csrfToken: 'token',
  hidden: { version: '3' },
  content: html`
${input({ id: 'family', name: 'familyName', label: 'Family name', value: 'O’Brien & <sons>', spellcheck: false, autocomplete: 'off' })}
${input({ id: 'weeks', name: 'weeks', label: 'Wait', hint: 'Whole weeks', width: 3, inputMode: 'numeric', suffix: 'weeks', error: 'Enter whole weeks, such as 12' })}
${dateInput({ id: 'birth', name: 'birth', legend: { text: 'Date of birth', size: 's' }, hint: 'For example, 31 3 2016', error: 'Enter a date of birth' })}
${radios({
  id: 'tier',
  name: 'tier',
  legend: { text: 'Priority', size: 's' },
  error: 'Choose a priority',
  choices: [
    {
      value: 'urgent',
      text: 'Urgent',
      hint: 'Within two weeks',
      conditional: textarea({ id: 'why', name: 'why', label: 'Why is it urgent?', rows: 2 }),
    },
    { value: 'soon', text: 'Soon' },
    { divider: 'or' },
    { value: 'routine', text: 'Routine' },
  ],
})}
${radios({
  id: 'brought',
  name: 'brought',
  legend: 'Was the child brought?',
  value: 'yes',
  inline: true,
  choices: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}
${checkboxes({
  id: 'needs',
  name: 'needs',
  legend: { text: 'Communication needs', size: 's' },
  values: ['large-print'],
  choices: [
    { value: 'large-print', text: 'Large print' },
    {
      value: 'interpreter',
      text: 'Interpreter',
      conditional: input({ id: 'language', name: 'language', label: 'Language', width: 20 }),
    },
  ],
})}
${select({
  id: 'team',
  name: 'team',
  label: 'Team',
  value: 'north',
  options: [
    { value: '', text: 'Choose a team' },
    { value: 'north', text: 'North' },
  ],
})}
${fileUpload({ id: 'file', name: 'file', label: 'Referral extract', hint: 'A CSV file of up to 10 MB', accept: '.csv,text/csv' })}
${fieldset({ legend: { text: 'Address', size: 's' }, content: input({ id: 'postcode', name: 'postcode', label: 'Postcode', width: 10 }) })}
${buttonGroup(button({ text: 'Save' }), button({ text: 'Save as draft', variant: 'secondary', name: 'draft', value: 'yes' }), button({ text: 'Discharge', variant: 'warning' }), linkButton({ text: 'Print', href: '#', variant: 'secondary' }))}`,
})}
${progress({ id: 'rows', label: 'Rows read', done: 340, total: 1200, statusUrl: '/progress', refreshHref: '#' })}
${heading({ text: 'Timeline', level: 2, size: 'm' })}
${timeline({
  headingLevel: 3,
  entries: [
    {
      title: 'First appointment booked',
      by: 'Rosa Díaz, clinician',
      when: '4 March 2026',
      datetime: '2026-03-04',
      content: html`<p>10:00, Alder Centre</p>`,
    },
    {
      title: 'Was not brought',
      by: 'Sam Okafor, administrator',
      when: '2 March 2026',
      datetime: '2026-03-02',
      isRecordedInError: true,
    },
    {
      title: 'Referral received',
      by: html`import of ${personName('张伟')}`,
      when: '3 January 2026',
      datetime: '2026-01-03',
    },
  ],
})}
${pagination({ previous: { href: '#', label: '1 to 50' }, next: { href: '#', label: '101 to 150 of 214' } })}
<p class="app-print-only">Printed on 4 March 2026</p>`;
