/** The frame around every families' page. It holds no name: neither of a child nor of whoever reads it (promise P8). */
import { epochMillisecondsOf } from '../../domain/calendar/instant.ts';
import { WARN_MINUTES } from '../../domain/session/session.ts';
import type { PageProps } from '../html/page.ts';
import type { PageContent } from '../page/page-answer.ts';
import type { FamilyVisit, OpenVisit } from './family-visit.ts';

const brand = {
  organisation: 'Children and young people',
  serviceName: 'Waiting for support',
  headerColour: '#005eb8',
} as const;

export function familyFramed(visitor: OpenVisit | FamilyVisit, content: PageContent): PageProps {
  const signedIn = 'session' in visitor ? visitor : null;
  return {
    title: content.title,
    hasErrors: content.hasErrors ?? false,
    branding: brand,
    homeHref: '/family',
    account: signedIn && accountOf(signedIn),
    navigation: [],
    footerLinks: [
      { text: 'Accessibility', href: '/accessibility' },
      { text: 'Privacy', href: '/family/privacy' },
    ],
    sessionTimeout: signedIn && timeoutOf(signedIn),
    content: content.content,
    isWide: content.isWide ?? false,
    ...(content.beforeContent === undefined ? {} : { beforeContent: content.beforeContent }),
  };
}

function accountOf({ session }: FamilyVisit): PageProps['account'] {
  return {
    name: 'Signed in',
    role: 'family',
    changeRoleHref: null,
    signOut: { action: '/family/sign-out', csrfToken: session.formToken },
  };
}

function timeoutOf(visit: FamilyVisit): NonNullable<PageProps['sessionTimeout']> {
  const endAfterSeconds = Math.floor((visit.sessionEndsAt - epochMillisecondsOf(visit.now)) / 1000);
  return {
    endAfterSeconds,
    warnAfterSeconds: Math.max(0, endAfterSeconds - WARN_MINUTES * 60),
    stayAction: '/family/stay-signed-in',
    csrfToken: visit.session.formToken,
    endedHref: '/family/signed-out?why=timed-out',
    signOutAction: '/family/sign-out',
  };
}
