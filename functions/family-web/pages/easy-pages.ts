/** The core pages in Easy Read: the same facts as the other pages, in short sentences with a picture beside each. */
import type { ChildView, FamilyContact } from '../../../shared/application/family/child-view.ts';
import type { FamilyStage, FamilyWait } from '../../../shared/application/family/family-wait.ts';
import type { HomeChild } from '../../../shared/application/family/read-children.ts';
import type { Looked } from '../../../shared/application/family/who-looked.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Picture } from '../../../shared/http/easy-read/pictures.ts';
import { type EasyStep, easySteps } from '../../../shared/http/easy-read/steps.ts';
import { inEnglishOnce } from '../../../shared/http/family/family-reading.ts';
import { told } from '../../../shared/http/family/told.ts';
import { type Content, type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';
import {
  checkInPath,
  childPath,
  feedbackPath,
  growingUpPath,
  homePath,
  joinPath,
  lookedPath,
  sharingPath,
  tellPath,
} from '../addresses.ts';

function sheet(content: Content): Html {
  return html`<div class="app-easy-read">${content}</div>`;
}

function part(heading: Content, steps: readonly (EasyStep | false)[]): Html {
  return html`<h2 class="nhsuk-heading-l">${heading}</h2>${easySteps(steps)}`;
}

/** What stands beside where a wait stands. */
const pictureOf: Readonly<Record<FamilyStage, Picture>> = {
  received: 'paper',
  'more-information': 'speech',
  waiting: 'list',
  booked: 'calendar',
  'being-assessed': 'team',
  'assessment-finished': 'hand',
  told: 'team',
  seen: 'team',
  monitored: 'eye',
  'not-accepted': 'telephone',
  finished: 'hand',
  closed: 'list',
};

const link = (href: string, text: Content) => html`<a href="${href}">${text}</a>`;

export function easyHome(words: Words, children: readonly HomeChild[], hasNews: boolean): Html {
  return sheet(
    html`${easySteps([
      ['person', words.say('easy.home.intro'), words.say('easy.home.see')],
      hasNews && [
        'letter',
        words.say('easy.child.news'),
        link(inEnglishOnce(homePath), words.say('easy.child.news-link')),
      ],
      children.length > 0 && ['press', words.say('easy.home.look')],
    ])}${children.map((child) => homeChild(words, child))}${easySteps([
      ['letter', words.say('easy.home.letter'), link(joinPath, words.say('easy.home.code'))],
    ])}`,
  );
}

function homeChild(words: Words, child: HomeChild): Html {
  if (child.kind !== 'open')
    return easySteps([
      ['heart', words.say(`easy.home.${child.kind}`), words.say(`easy.home.${child.kind}-ask`)],
      contactStep(words, child.contact),
    ]);
  const { own, givenName, personId, waits } = child.view;
  const name = personName(givenName);
  const open = waits.filter((wait) => wait.open);
  const more = own ? words.say('easy.home.more-own') : told(words, 'easy.home.more', { name });
  return part(own ? words.say('easy.home.own-waits') : told(words, 'easy.home.waits', { name }), [
    ...open.map(
      (wait): EasyStep => [
        pictureOf[wait.stage],
        html`<strong>${wait.name}</strong>`,
        words.say(`easy.stage.${wait.stage}.now`),
      ],
    ),
    open.length === 0 && ['list', words.say('easy.home.none')],
    ['arrow', link(childPath(personId), more)],
  ]);
}

export function easyChild(words: Words, view: ChildView, canShare: boolean): Html {
  const { personId, parts, waits, contact, heard, ehc, healthCheck, budgets } = view;
  const hasDuties = ehc.length > 0 || healthCheck !== null || budgets.length > 0;
  const isAnswered = heard.messages.some(({ answers }) => answers.length > 0);
  const plain = inEnglishOnce(childPath(personId));
  const isAsked = waits.some((wait) => wait.open && wait.askedSince !== null);
  return sheet(
    html`${easySteps([
      isAsked && [
        'speech',
        html`<strong>${words.say('easy.child.question')}</strong>`,
        words.say('easy.child.question-still'),
        words.say('easy.child.question-keep'),
        link(checkInPath(personId), words.say('easy.child.question-link')),
      ],
      view.news.length + view.notices.length > 0 && [
        'letter',
        words.say('easy.child.news'),
        link(plain, words.say('easy.child.news-link')),
      ],
    ])}${
      parts.includes('health')
        ? waits.map((wait) => easyWait(words, wait))
        : easySteps([['lock', words.say('easy.child.closed')]])
    }${waits.length === 0 && parts.includes('health') && easySteps([['list', words.say('easy.home.none')]])}${easySteps(
      [
        view.help.length > 0 && ['hand', words.say('easy.child.help'), link(plain, words.say('easy.child.help-link'))],
        heard.asked.length > 0 && [
          'speech',
          words.say('easy.child.how'),
          link(feedbackPath(personId), words.say('easy.child.how-link')),
        ],
      ],
    )}${
      hasDuties &&
      easySteps([['paper', words.say('easy.child.duties'), link(plain, words.say('easy.child.duties-link'))]])
    }${
      parts.includes('messages') &&
      part(words.say('easy.child.tell'), [
        ['speech', words.say('easy.child.tell-change'), link(tellPath(personId), words.say('easy.child.tell-link'))],
        ['list', words.say('easy.child.tell-keep')],
        isAnswered && ['letter', link(plain, words.say('easy.child.answered'))],
      ])
    }${gettingOlder(words, view)}${part(words.say('easy.child.who'), [
      ['eye', words.say('easy.child.who-staff'), link(lookedPath(personId), words.say('easy.child.who-link'))],
      canShare && ['lock', link(sharingPath(personId), words.say('easy.child.choose-link'))],
    ])}${part(words.say('easy.child.ask'), [contactStep(words, contact)])}`,
  );
}

function gettingOlder(words: Words, { personId, growingUp }: ChildView): Html | false {
  const next = growingUp.find(({ near, passed }) => near && !passed);
  return (
    next !== undefined &&
    part(words.say('easy.child.older'), [
      ['person', words.say('easy.child.older-soon'), words.say('easy.child.older-day', { date: words.date(next.on) })],
      ['list', words.say('easy.child.older-keep')],
      ['arrow', link(growingUpPath(personId), words.say('easy.child.older-link'))],
    ])
  );
}

function easyWait(words: Words, wait: FamilyWait): Html {
  const { stage, wait: waited, estimate, appointment } = wait;
  return part(wait.name, [
    [pictureOf[stage], words.say(`easy.stage.${stage}.now`)],
    waited !== null && [
      'clock',
      words.say(waited.running ? 'easy.child.waited' : 'easy.child.took', { time: words.wait(waited.days) }),
      words.say('easy.child.since', { date: words.date(waited.since) }),
    ],
    estimate !== null && estimateStep(words, estimate),
    appointment !== null && [
      'calendar',
      words.say('easy.child.meet-on', { date: words.date(appointment.on) }),
      appointment.time !== null && words.say('easy.child.meet-at', { time: appointment.time }),
    ],
    ['arrow', html`<strong>${words.say('easy.child.next')}</strong>`, words.say(`easy.stage.${stage}.next`)],
  ]);
}

function estimateStep(words: Words, estimate: NonNullable<FamilyWait['estimate']>): EasyStep {
  if (estimate.weeks === null) return ['help', words.say('easy.child.cannot-say')];
  return [
    'help',
    words.say('easy.child.range', { range: words.range(estimate.weeks) }),
    words.say('easy.child.longer'),
    words.say('easy.child.guess'),
  ];
}

function contactStep(words: Words, { phone }: FamilyContact): EasyStep {
  return ['telephone', words.say('easy.child.ring'), link(`tel:${phone.replaceAll(/[^\d+]/g, '')}`, phone)];
}

export function easyTellIntro(words: Words): Html {
  return sheet(
    easySteps([
      ['telephone', words.say('easy.tell.danger')],
      ['team', words.say('easy.tell.read'), words.say('easy.tell.days')],
    ]),
  );
}

export function easyLooked(words: Words, from: LocalDate, all: readonly Looked[]): Html {
  return sheet(
    html`${easySteps([
      ['eye', words.say('easy.looked.staff'), words.say('easy.looked.written')],
      ['lock', words.say('easy.looked.names')],
      ['telephone', words.say('easy.looked.wrong')],
    ])}${part(words.say('easy.looked.since', { date: words.date(from) }), [
      ...all.map(
        ({ on, role, organisation }): EasyStep => [
          'person',
          html`<strong>${words.date(on)}</strong>`,
          words.say(`easy.looked.${role}`),
          organisation,
        ],
      ),
      all.length === 0 && ['hand', words.say('looked.nobody')],
    ])}`,
  );
}
