/** Every component with one string in all its text: what must come out the same whatever the string. */

import { backLink } from '../../../shared/http/html/components/back-link.ts';
import { breadcrumbs } from '../../../shared/http/html/components/breadcrumbs.ts';
import { button, linkButton } from '../../../shared/http/html/components/button.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { checkboxes } from '../../../shared/http/html/components/checkboxes.ts';
import { dateInput } from '../../../shared/http/html/components/date-input.ts';
import { details } from '../../../shared/http/html/components/details.ts';
import { errorSummary } from '../../../shared/http/html/components/error-summary.ts';
import { fieldset } from '../../../shared/http/html/components/fieldset.ts';
import { fileUpload } from '../../../shared/http/html/components/file-upload.ts';
import { filterPanel } from '../../../shared/http/html/components/filter-panel.ts';
import { footer } from '../../../shared/http/html/components/footer.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { header } from '../../../shared/http/html/components/header.ts';
import { heading } from '../../../shared/http/html/components/heading.ts';
import { input } from '../../../shared/http/html/components/input.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { actionBar, rowCheckbox } from '../../../shared/http/html/components/multi-select.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { pagination } from '../../../shared/http/html/components/pagination.ts';
import { panel } from '../../../shared/http/html/components/panel.ts';
import { progress } from '../../../shared/http/html/components/progress.ts';
import { radios } from '../../../shared/http/html/components/radios.ts';
import { select } from '../../../shared/http/html/components/select.ts';
import { subNavigation } from '../../../shared/http/html/components/sub-navigation.ts';
import { summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { tag } from '../../../shared/http/html/components/tag.ts';
import { textarea } from '../../../shared/http/html/components/textarea.ts';
import { timeline } from '../../../shared/http/html/components/timeline.ts';
import { warningCallout } from '../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';

/** Draws a component with `text` wherever it takes text, values and names. */
export type Draw = (text: string) => Html;

const id = 'field';
const name = 'field';

export const everyComponent: Readonly<Record<string, Draw>> = {
  name: (text) => html`<p>${personName(text)}</p>`,
  button: (text) => html`${button({ text, value: text, name })}${linkButton({ text, href: '/x' })}`,
  links: (text) => html`${backLink({ href: '/x', text })}${breadcrumbs([{ text, href: '/x' }])}`,
  heading: (text) => heading({ text, level: 1, size: 'l', caption: text }),
  details: (text) => details({ summary: text, content: text }),
  errorSummary: (text) => errorSummary([{ text, href: '#x' }]),
  input: (text) =>
    input({
      id,
      name,
      label: text,
      hint: text,
      error: text,
      value: text,
      prefix: text,
      suffix: text,
      autocomplete: text,
    }),
  textarea: (text) => textarea({ id, name, label: text, hint: text, error: text, value: text }),
  select: (text) => select({ id, name, label: text, options: [{ value: `v${text}`, text }], value: 'x' }),
  radios: (text) =>
    radios({
      id,
      name,
      legend: text,
      hint: text,
      error: text,
      choices: [{ value: `v${text}`, text, hint: text, conditional: text }],
    }),
  checkboxes: (text) =>
    checkboxes({ id, name, legend: text, hint: text, error: text, choices: [{ value: `v${text}`, text, hint: text }] }),
  dateInput: (text) =>
    dateInput({
      id,
      name,
      legend: text,
      hint: text,
      error: text,
      value: { day: `1${text}`, month: `1${text}`, year: `1${text}` },
    }),
  fileUpload: (text) => fileUpload({ id, name, label: text, hint: text, error: text }),
  fieldset: (text) => fieldset({ legend: { text, isPageHeading: true }, content: text }),
  form: (text) => postForm({ action: '/x', csrfToken: text, hidden: { note: text }, content: text }),
  filterPanel: (text) =>
    filterPanel({
      action: '/x',
      chosen: [{ text, removeHref: '/y' }],
      clearHref: '/z',
      hidden: { q: text },
      isOpen: true,
      fields: [text],
    }),
  table: (text) =>
    table({
      caption: text,
      isResponsive: true,
      rows: [text],
      columns: [{ heading: text, isRowHeader: true, cell: (row) => row }],
    }),
  multiSelect: (text) =>
    html`${rowCheckbox({ id, name, value: text, label: text, isChecked: true })}${actionBar({ label: text, actions: [{ text }] })}`,
  summaryList: (text) =>
    summaryList({ rows: [{ key: text, value: `v${text}`, actions: [{ text, hidden: text, href: '/x' }] }] }),
  pagination: (text) => pagination({ previous: null, next: { href: '/x', label: text }, landmark: text }),
  banners: (text) =>
    html`${notificationBanner({ variant: 'important', heading: text, content: text })}${insetText(text)}${panel({ heading: text, content: text })}`,
  cards: (text) =>
    html`${card({ heading: text, headingLevel: 2, content: text })}${warningCallout({ heading: `Important ${text}`, content: text })}`,
  tag: (text) => tag({ text, colour: 'blue' }),
  navigation: (text) => subNavigation({ landmark: text, views: [{ text, href: '/x', isCurrent: true }] }),
  timeline: (text) =>
    timeline({
      headingLevel: 2,
      entries: [{ title: text, by: text, when: text, datetime: text, content: text, isRecordedInError: true }],
    }),
  progress: (text) => progress({ id, label: text, done: 1, total: 2, statusUrl: '/x', refreshHref: '/y' }),
  header: (text) =>
    header({
      organisation: text,
      logo: null,
      serviceName: text,
      homeHref: '/',
      account: { name: text, role: text, changeRoleHref: '/x', signOut: { action: '/x', csrfToken: text } },
      navigation: [{ text, href: '/x', isCurrent: true }],
    }),
  footer: (text) => footer({ links: [{ text, href: '/x' }], organisation: text }),
};
