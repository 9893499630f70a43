import { html, type Markup } from '../html-page.ts';
import type { ConsoleView } from './console-view.ts';
import { clockTime, json, table } from './table.ts';

/** One page of the console: one idea. */
export interface ConsolePage {
  readonly path: string;
  readonly title: string;
  readonly content: (view: ConsoleView) => Markup;
}

/** The pages, in the order of the navigation. */
export const PAGES: readonly ConsolePage[] = [
  { path: '/', title: 'Local cloud', content: overview },
  { path: '/clock', title: 'Today', content: clock },
  { path: '/schedules', title: 'Schedules', content: schedules },
  { path: '/outbox', title: 'Outbox', content: outbox },
  { path: '/events', title: 'Events', content: events },
  { path: '/functions', title: 'Functions', content: functions },
  { path: '/queues', title: 'Queues', content: queues },
  { path: '/logs', title: 'Logs', content: logs },
  { path: '/denials', title: 'Refused calls', content: denials },
];

function overview(view: ConsoleView): Markup {
  const waiting = view.queues.reduce((sum, queue) => sum + queue.waiting.length, 0);
  return html`<p>The service is at <a href="${view.url}">${view.url}</a>, the identity provider at ${view.issuer}.</p>
<ul>
<li>Today is ${view.today}.</li>
<li>Messages in the outbox: ${view.outbox.length}.</li>
<li>Events published of late: ${view.events.length}.</li>
<li>Messages waiting in queues: ${waiting}.</li>
<li>Calls refused for want of a grant: ${view.denials.length}.</li>
</ul>`;
}

function clock(view: ConsoleView): Markup {
  return html`<p>Today is ${view.today} in London. The time of day is this computer's.</p>
<form method="post" action="/clock"><p><label for="today">Make another day today</label><br>
<input type="date" id="today" name="today" value="${view.today}" required></p>
<p><button>Set today</button></p></form>
<p>Days that are skipped are not made up for: run a schedule to see what the service does about them.</p>`;
}

function schedules(view: ConsoleView): Markup {
  const rows = view.schedules.map(({ name, expression, timeZone, nextRun, lastRun, enabled }) => [
    name,
    `${expression}, ${timeZone}`,
    enabled ? clockTime(nextRun) : 'Switched off',
    clockTime(lastRun),
    html`<form method="post" action="/schedules"><input type="hidden" name="name" value="${name}"><button aria-label="Run now: ${name}">Run now</button></form>`,
  ]);
  return table('Schedules', ['Name', 'When', 'Next run', 'Last run', 'Run'], rows, 'The template has no schedules.');
}

function outbox(view: ConsoleView): Markup {
  const rows = view.outbox
    .toReversed()
    .map(({ sentAt, channel, to, subject, body, reference }) => [
      clockTime(sentAt),
      channel,
      to.join(', '),
      subject,
      html`<pre>${body}</pre>`,
      reference ?? '',
    ]);
  const headings = ['Sent', 'By', 'To', 'Subject', 'Message', 'Reference'];
  return table('Messages, newest first', headings, rows, 'Nothing has been sent. Nothing ever leaves this computer.');
}

function events(view: ConsoleView): Markup {
  const rows = view.events
    .toReversed()
    .map(({ event, rules }) => [event.time, event.source, event['detail-type'], rules.join(', '), json(event.detail)]);
  const headings = ['Time', 'Source', 'Type', 'Rules that took it', 'Detail'];
  return table('Events on the bus, newest first', headings, rows, 'No event has been published.');
}

function functions(view: ConsoleView): Markup {
  const rows = view.functions.map(({ label, invocations, errors, coldStarts }) => [
    label,
    invocations,
    errors,
    coldStarts.map(({ milliseconds }) => `${Math.round(milliseconds)} ms`).join(', '),
  ]);
  return table(
    'Functions',
    ['Function', 'Invocations', 'Errors', 'Cold starts'],
    rows,
    'The template has no functions.',
  );
}

function queues(view: ConsoleView): Markup {
  const rows = view.queues.flatMap(({ name, waiting }) =>
    waiting.map(({ sentAt, body, attributes }) => [
      name,
      clockTime(sentAt),
      html`<pre>${body}</pre>`,
      json(attributes),
    ]),
  );
  const headings = ['Queue', 'Sent', 'Message', 'Attributes'];
  return table('Messages that wait in queues', headings, rows, 'No message is waiting.');
}

/** Lines shown: what led to what somebody is looking for is among the last. */
const LINES = 500;

function logs(view: ConsoleView): Markup {
  const rows = view.logs
    .slice(-LINES)
    .toReversed()
    .map(({ label, line }) => [label, html`<pre>${line}</pre>`]);
  return table(
    'Lines that functions wrote, newest first',
    ['Function', 'Line'],
    rows,
    'No function has written a line.',
  );
}

function denials(view: ConsoleView): Markup {
  const rows = view.denials
    .toReversed()
    .map(({ role, action, resource, because }) => [
      role,
      action,
      resource,
      because === 'no-grant' ? 'No grant' : 'Forbidden',
    ]);
  const headings = ['Role', 'Action', 'Resource', 'Why'];
  return table('Calls refused, newest first', headings, rows, 'No call has been refused.');
}
