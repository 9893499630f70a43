/** The frame around every families' page. It holds no name: neither of a child nor of whoever reads it (promise P8). */
import type { Words } from '../../application/family/words/words.ts';
import { epochMillisecondsOf } from '../../domain/calendar/instant.ts';
import { directionOf, languages, readingNames } from '../../domain/language/reading.ts';
import { WARN_MINUTES } from '../../domain/session/session.ts';
import { attributes } from '../html/attributes.ts';
import { type Html, html } from '../html/html.ts';
import type { PageProps } from '../html/page.ts';
import type { PageContent } from '../page/page-answer.ts';
import { inEnglishOnce } from './family-reading.ts';
import type { FamilyVisit, OpenVisit } from './family-visit.ts';
import { told } from './told.ts';

/** Where families choose how they read. */
export const readingPath = '/family/reading';
export const urgentPath = '/family/urgent';

export function familyFramed(visitor: OpenVisit | FamilyVisit, content: PageContent): PageProps {
  const signedIn = 'session' in visitor ? visitor : null;
  const { words } = visitor;
  return {
    title: content.title,
    hasErrors: content.hasErrors ?? false,
    branding: {
      organisation: words.say('frame.organisation'),
      serviceName: words.say('frame.service'),
      headerColour: '#005eb8',
    },
    homeHref: '/family',
    account: signedIn && accountOf(signedIn),
    navigation: [],
    footerLinks: [
      { text: words.say('frame.urgent'), href: urgentPath },
      { text: words.say('frame.reading'), href: readingPath },
      { text: words.say('frame.accessibility'), href: '/accessibility' },
      { text: words.say('frame.privacy'), href: '/family/privacy' },
    ],
    sessionTimeout: signedIn && timeoutOf(signedIn),
    note: noteOf(visitor),
    content: content.content,
    isWide: content.isWide ?? false,
    language: words.language,
    direction: directionOf(words.language),
    words: {
      skip: words.say('frame.skip'),
      account: words.say('frame.account'),
      signOut: words.say('frame.sign-out'),
      links: words.say('frame.links'),
      error: words.say('frame.error'),
    },
    ...(content.beforeContent === undefined ? {} : { beforeContent: content.beforeContent }),
  };
}

/** How the page is written: by a machine's translation, in Easy Read or not; or what else it could be read in. */
function noteOf({ reading, words, path, isInEasyRead }: OpenVisit): Html {
  if (reading === 'easy') {
    const whole = html`${words.say('easy.frame.this')} <a href="${inEnglishOnce(path)}">${words.say('easy.frame.whole')}</a>`;
    return note(words, isInEasyRead ? whole : html`${words.say('easy.frame.none')}`);
  }
  if (words.language === 'en') return otherLanguages();
  return note(
    words,
    html`${words.say('frame.drafted')} <a href="${inEnglishOnce(path)}">${words.say('frame.read-in-english')}</a>`,
  );
}

function note(words: Words, content: Html): Html {
  return html`<aside class="app-reading-note app-no-print" ${attributes({ lang: words.language, dir: directionOf(words.language), 'aria-label': words.say('frame.reading') })}><p>${content}</p></aside>`;
}

/** One link, each language in its own words: who cannot read English finds theirs. */
function otherLanguages(): Html {
  const others = languages.filter((language) => language !== 'en');
  return html`<nav class="app-reading-note app-no-print" aria-label="Language"><p><a href="${readingPath}">${others.map((language) => html`<span ${attributes({ lang: language, dir: directionOf(language) })}>${readingNames[language]}</span> · `)}${readingNames.easy}</a></p></nav>`;
}

function accountOf({ session, words }: FamilyVisit): PageProps['account'] {
  return {
    name: words.say('frame.signed-in'),
    role: words.say('frame.role'),
    changeRoleHref: null,
    signOut: { action: '/family/sign-out', csrfToken: session.formToken },
  };
}

function timeoutOf(visit: FamilyVisit): NonNullable<PageProps['sessionTimeout']> {
  const { words } = visit;
  const endAfterSeconds = Math.floor((visit.sessionEndsAt - epochMillisecondsOf(visit.now)) / 1000);
  return {
    endAfterSeconds,
    warnAfterSeconds: Math.max(0, endAfterSeconds - WARN_MINUTES * 60),
    stayAction: '/family/stay-signed-in',
    csrfToken: visit.session.formToken,
    endedHref: '/family/signed-out?why=timed-out',
    signOutAction: '/family/sign-out',
    words: {
      title: words.say('timeout.title'),
      text: (time) => told(words, 'timeout.text', { time }),
      soon: words.say('timeout.soon'),
      announcement: words.say('timeout.announcement', { time: '{time}' }),
      stay: words.say('timeout.stay'),
      signOut: words.say('timeout.sign-out'),
    },
  };
}
