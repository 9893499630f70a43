/** What went wrong, in the words that families are told it in. */
import type { Advice } from '../page/problem-page.ts';

export const familyAdvice: Advice = {
  invalid: { title: 'There is a problem', text: 'Go back, check what you entered and try again.' },
  'not-found': {
    title: 'Page not found',
    text: 'If you typed the address, check that it is right. You can also start again from the first page.',
  },
  forbidden: {
    title: 'You cannot see this page',
    text: 'Ring or write to the service. Their phone number is on your letter.',
  },
  conflict: { title: 'This cannot be done', text: 'Go back and look at the page again. It may have changed.' },
  stale: { title: 'This has changed', text: 'Go back, look at what has changed, and try again.' },
  unavailable: {
    title: 'Sorry, we cannot show this now',
    text: 'Nothing is lost and nothing has changed. Your child is still on the list. Try again in a few minutes.',
  },
};
