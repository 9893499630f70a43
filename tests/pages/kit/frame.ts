/** The frame around the sample pages: a place, somebody signed in, the parts of the service. */
import type { PageProps } from '../../../shared/http/html/page.ts';

export const frame: Omit<PageProps, 'title' | 'content'> = {
  hasErrors: false,
  branding: { organisation: 'Liverpool', serviceName: 'SEND waiting lists', headerColour: '#1f4e6b' },
  homeHref: '/',
  account: {
    name: 'Rosa Díaz',
    role: 'Clinician, speech and language therapy',
    changeRoleHref: '/role',
    signOut: { action: '/sign-out', csrfToken: 'token' },
  },
  navigation: [
    { text: 'Waiting lists', href: '/queues', isCurrent: true },
    { text: 'Find a person', href: '/find', isCurrent: false },
    { text: 'Add a referral', href: '/referrals/new', isCurrent: false },
    { text: 'Import', href: '/imports', isCurrent: false },
    { text: 'Review', href: '/reviews', isCurrent: false },
  ],
  footerLinks: [
    { text: 'Help', href: '/help' },
    { text: 'Accessibility statement', href: '/accessibility' },
    { text: 'Privacy', href: '/privacy' },
  ],
  sessionTimeout: {
    warnAfterSeconds: 780,
    endAfterSeconds: 900,
    stayAction: '/session',
    csrfToken: 'token',
    endedHref: '/signed-out',
    signOutAction: '/sign-out',
  },
};
