/** What was done, and by whom, as an audit officer reads it: in words, and never as a code. */
import { expect, it } from 'vitest';
import { doneInWords, listInWords } from '../../../functions/web/pages/audit/done-words.ts';
import { whoDidIt } from '../../../functions/web/pages/audit/words.ts';
import { serviceItself } from '../../../shared/domain/alert/record-alert.ts';

it.each([
  ['alert.read', 'Looked at alerts'],
  ['family-access.read', 'Looked at the family’s access'],
  ['alert-escalated', 'Alert escalated'],
  ['alert-acknowledged', 'Acknowledged an alert'],
  ['triage-accepted', 'Accepted a referral at triage'],
  ['revoked', 'Ended access of the family'],
  ['health-check-plan-agreed', 'Annual health check: plan agreed'],
  ['ehc-advice-sent', 'EHC advice: sent'],
  ['something-of-later', 'Recorded “something of later”'],
])('%s is “%s”', (what, words) => {
  expect(doneInWords(what)).toBe(words);
});

it('a list of cases is called by its name', () => {
  expect([listInWords('cases:health-check'), listInWords('SALT')]).toEqual(['Annual health checks', 'SALT']);
});

it('the service and families are nobody of the staff', () => {
  const said = (actor: string, role: string) => String(whoDidIt(actor, role, new Map()));
  expect(said(serviceItself.actor, serviceItself.role)).toBe('The service');
  expect(said('AAAAAAAAAAAAAAAA', 'family')).toBe('Somebody of the family');
  expect(said('AAAAAAAAAAAAAAAA', 'clinician')).toContain('Somebody who is not in the directory');
});
