/** The frame around every page: brand of the place, who is signed in and as what, and the parts of the service they may use. */

import { epochMillisecondsOf } from '../../domain/calendar/instant.ts';
import { anythingOf, can } from '../../domain/permission/can.ts';
import { WARN_MINUTES } from '../../domain/session/session.ts';
import { roleNames } from '../../domain/staff/role-names.ts';
import type { PageProps } from '../html/page.ts';
import type { PageContent, Section } from './page-answer.ts';
import type { ActingVisit, SiteWorld, StaffVisit, Visit } from './visit.ts';

/** Whoever the page is drawn for, as far as they are known. */
export type Visitor = Visit<SiteWorld> | StaffVisit<SiteWorld> | ActingVisit<SiteWorld>;

/** Before a place is known, and for people of several: no place's brand. */
export const neutralBranding = {
  organisation: 'Children and young people',
  serviceName: 'SEND waiting lists',
  headerColour: '#005eb8',
  contact: { phone: '', email: '' },
} as const;

const sections: readonly {
  readonly section: Section;
  readonly text: string;
  readonly href: string;
  readonly action: Parameters<typeof can>[1];
}[] = [
  { section: 'queues', text: 'Waiting lists', href: '/', action: 'queue.read' },
  { section: 'my-day', text: 'My day', href: '/my-day', action: 'case.list' },
  { section: 'duties', text: 'Duties', href: '/cases', action: 'case.list' },
  { section: 'alerts', text: 'Alerts', href: '/alerts', action: 'alert.read' },
  { section: 'find', text: 'Find a person', href: '/people/find', action: 'person.find' },
  { section: 'reviews', text: 'To decide', href: '/reviews', action: 'review.read' },
  { section: 'import', text: 'Import', href: '/import', action: 'import.run' },
  { section: 'community', text: 'For families', href: '/community/help', action: 'community.read' },
  { section: 'webhooks', text: 'Webhooks', href: '/webhooks', action: 'webhook.manage' },
  { section: 'operations', text: 'Operations', href: '/operations', action: 'operations.read' },
  { section: 'audit', text: 'Audit', href: '/audit', action: 'audit.read' },
  { section: 'indicators', text: 'Indicators', href: '/indicators', action: 'indicator.read' },
];

export function framed(visitor: Visitor, content: PageContent): PageProps {
  const signedIn = 'session' in visitor ? visitor : null;
  const acting = 'actor' in visitor ? visitor : null;
  return {
    title: content.title,
    hasErrors: content.hasErrors ?? false,
    branding: acting?.policy.branding ?? neutralBranding,
    homeHref: '/',
    account: signedIn && accountOf(signedIn, acting),
    navigation: acting
      ? sections
          .filter(({ action }) => can(acting.actor, action, anythingOf(acting.actor)) === 'allowed')
          .map(({ section, text, href }) => ({ text, href, isCurrent: section === content.section }))
      : [],
    footerLinks: [
      ...(acting && can(acting.actor, 'me.notifications', anythingOf(acting.actor)) === 'allowed'
        ? [{ text: 'Your notifications', href: '/notifications' }]
        : []),
      { text: 'Accessibility', href: '/accessibility' },
      { text: 'Privacy', href: '/privacy' },
    ],
    sessionTimeout: signedIn && timeoutOf(signedIn),
    content: content.content,
    isWide: content.isWide ?? false,
    ...(content.beforeContent === undefined ? {} : { beforeContent: content.beforeContent }),
  };
}

function accountOf(visit: StaffVisit<SiteWorld>, acting: ActingVisit<SiteWorld> | null): PageProps['account'] {
  return {
    name: visit.staff.name,
    role: acting ? `${roleNames[acting.actor.role]}, ${acting.policy.place.name}` : 'No role chosen',
    changeRoleHref: visit.staff.memberships.length > 1 ? '/choose-role' : null,
    signOut: { action: '/sign-out', csrfToken: visit.session.formToken },
  };
}

function timeoutOf(visit: StaffVisit<SiteWorld>): NonNullable<PageProps['sessionTimeout']> {
  const endAfterSeconds = Math.floor((visit.sessionEndsAt - epochMillisecondsOf(visit.now)) / 1000);
  return {
    endAfterSeconds,
    warnAfterSeconds: Math.max(0, endAfterSeconds - WARN_MINUTES * 60),
    stayAction: '/stay-signed-in',
    csrfToken: visit.session.formToken,
    endedHref: '/signed-out?why=timed-out',
    signOutAction: '/sign-out',
  };
}
