/** The link of an invitation, and what becomes of families’ data. */
import type { Message } from '../message.ts';

export const gettingIn = {
  'privacy.title': 'Your privacy',
  'privacy.intro':
    'These pages show you what services are doing for you or your child. We keep no name, phone number or NHS number with your account.',
  'privacy.own-account': 'Each parent or carer has their own account. None of them can see the others.',
  'privacy.written-down': 'Every time you or a member of staff opens a record, we write that down.',
  'privacy.looked': 'You can see which staff have looked.',
  'privacy.sixteen': 'From 16, young people decide who sees the health parts.',
  'privacy.cookies': 'Cookies',
  'privacy.cookies-text':
    'We use one cookie while you are signed in. It holds a random number. It goes when you sign out. If you choose a language, one more cookie keeps your choice for a year. Nobody follows what you do.',

  'invited.title': 'You are invited',
  'invited.intro': 'A service has invited you to see where you or your child stand, and what happens next.',
  'invited.account': 'Sign in first. If you have never used it, make an account.',
  'invited.go-on': 'Sign in and go on',
  'invited.not-you': 'If you did not expect this, close this page. Nothing has been changed.',
  'invited.use-title': 'Use your invitation',
  'invited.use-intro': 'We ask for a date, so that nobody else can use this link.',
  'invited.birth-date': 'Date of birth of the child or young person',
  'invited.birth-date-hint': 'For example, 27 3 2018',
  'invited.birth-date-missing': 'Enter the date of birth',
  'invited.birth-date-wrong': 'Enter the day, month and year of birth, like 27 3 2018',
  'invited.use': 'Use the invitation',
} as const satisfies Readonly<Record<string, Message>>;
