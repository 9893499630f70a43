/** Asking for emergency access: whose record, and why. The way here is always shown, so that it says nothing of any record. */
import * as z from 'zod';
import {
  askEmergencyAccess,
  type EmergencyRequest,
} from '../../../../shared/application/emergency/ask-emergency-access.ts';
import { breakGlassRules } from '../../../../shared/application/emergency/rules.ts';
import { nhsNumberIn } from '../../../../shared/application/person/find-people.ts';
import { breakGlassReasonSchema } from '../../../../shared/domain/permission/break-glass.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { findPath } from '../people/addresses.ts';
import { emergencyPath } from './addresses.ts';

const form: Form<EmergencyRequest> = {
  questions: [
    {
      kind: 'text',
      name: 'nhsNumber',
      label: 'NHS number',
      hint: '10 digits, with or without spaces, for example 999 000 0018',
      missing: 'Enter the NHS number of the child or young person',
      width: 20,
      inputMode: 'numeric',
    },
    {
      kind: 'long-text',
      name: 'reason',
      label: 'Why you need the record now',
      hint: 'What is happening, and what could go wrong without it. Do not name the child',
      missing: 'Enter why you need the record now',
    },
  ],
  schema: z.object({
    nhsNumber: z.string(),
    reason: z.string().refine((reason) => breakGlassReasonSchema.safeParse(reason).success, {
      error: 'Say why you need the record, in 10 to 500 characters',
    }),
  }),
};

export async function askEmergency(visit: ActingVisit): Promise<PageAnswer> {
  return askPage(visit, flowOf(visit));
}

export async function answerEmergency(visit: ActingVisit): Promise<PageAnswer> {
  return answerPage(visit, flowOf(visit));
}

function flowOf(visit: ActingVisit): FormFlow<EmergencyRequest> {
  const { deps, call, policy } = visit;
  const { minutes } = breakGlassRules(policy);
  return {
    form,
    title: 'Ask for emergency access',
    intro: html`${warningCallout({
      heading: 'For the safety of a child, and nothing else',
      content: html`<p>You can see the record for ${minutes} minutes, and change nothing. Everything you see is recorded. An audit officer looks into every emergency access and will ask you about it.</p>`,
    })}`,
    backHref: findPath,
    section: 'find',
    saveLabel: 'Get emergency access',
    judge: ({ nhsNumber }) => {
      nhsNumberIn(nhsNumber, deps.stage);
    },
    save: async (request, key) => goTo(emergencyPath((await askEmergencyAccess(deps, call, request, key)).id)),
  };
}
