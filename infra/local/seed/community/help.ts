/**
 * What Liverpool tells its families while they wait. The names are of public services; addresses lead to the first page of a national
 * site or of the place's own, and no phone number is given but those that everybody may ring.
 */
import { workHelp, writeHelp } from '../../../../shared/application/community/help.ts';
import { workNotice, writeNotice } from '../../../../shared/application/community/notices.ts';
import type { Deps } from '../../../../shared/application/deps.ts';
import { addMonths } from '../../../../shared/domain/calendar/local-date.ts';
import type { HelpContent } from '../../../../shared/domain/community/help.ts';
import { type Editor, on } from './editor.ts';

const help: readonly HelpContent[] = [
  {
    kind: 'crisis',
    title: 'Help in a crisis',
    text: 'If somebody is in danger now, ring 999.\n\nIf your child or you cannot cope, ring 111 and choose option 2, day or night. You can talk to a mental health worker. You do not need to be on a list.',
    whoFor: 'anybody, at any time',
    queues: [],
    links: [{ text: 'NHS 111 online', url: 'https://111.nhs.uk/' }],
    phone: '111, option 2',
  },
  {
    kind: 'sendiass',
    title: 'Liverpool SENDIASS',
    text: 'SENDIASS gives free advice on special needs. They work for you, not for the school or the council.\n\nThey can help you to:\n\n- get more help at school\n- ask for an EHC plan\n- get ready for a meeting\n- appeal if you do not agree',
    whoFor: 'parents and carers, and young people up to 25',
    queues: [],
    links: [{ text: 'Find your SENDIASS', url: 'https://councilfordisabledchildren.org.uk/' }],
    phone: null,
  },
  {
    kind: 'local-offer',
    title: 'Liverpool Local Offer',
    text: 'The Local Offer lists all the help there is near you: clubs, short breaks, groups, and who to ask. It is for all children with special needs, with or without a diagnosis.',
    whoFor: 'every family in Liverpool',
    queues: [],
    links: [{ text: 'Liverpool City Council', url: 'https://liverpool.gov.uk/' }],
    phone: null,
  },
  {
    kind: 'parent-carer-forum',
    title: 'Liverpool Parent and Carer Forum',
    text: 'Other parents know what waiting is like. The forum holds coffee mornings, and tells services what families need. You can come once, or each time.',
    whoFor: 'parents and carers of a child with special needs',
    queues: [],
    links: [{ text: 'The national network of forums', url: 'https://nnpcf.org.uk/' }],
    phone: null,
  },
  {
    kind: 'addvanced-solutions',
    title: 'ADDvanced Solutions Community Network',
    text: 'They run free courses and drop-in groups on autism, ADHD, sleep, worry and the way children see the world. You learn what helps at home. You do not need a diagnosis.',
    whoFor: 'families who wait for an autism or ADHD assessment',
    queues: ['ASD', 'ADHD'],
    links: [{ text: 'ADDvanced Solutions', url: 'https://www.addvancedsolutions.co.uk/' }],
    phone: null,
  },
  {
    kind: 'school',
    title: 'Help at school now',
    text: 'School must help your child now. It does not have to wait for a diagnosis.\n\nAsk to see the SENCO, the teacher in charge of special needs. Ask what the school does already, what it will try next, and when you will look at it again.',
    whoFor: 'parents and carers of a child at school or nursery',
    queues: [],
    links: [],
    phone: null,
  },
  {
    kind: 'other',
    title: 'Talk and play at home',
    text: 'Small things help a child to talk:\n\n- get down to their level and wait for them\n- say one more word than they do\n- turn the television off when you play\n- look at books each day',
    whoFor: 'families who wait for speech and language therapy',
    queues: ['SALT'],
    links: [{ text: 'Speech and Language UK', url: 'https://speechandlanguage.org.uk/' }],
    phone: null,
  },
];

/** Months from when they were written to when they are looked at again: one of them is overdue. */
const REVIEW_MONTHS = [6, 5, 4, 6, 3, 6, 1] as const;

export async function seedHelp(deps: Deps, editor: Editor): Promise<void> {
  if ((await deps.community.help.list(editor.call.actor.place)).length > 0) return;
  const begun = addMonths(editor.today, -2);
  const call = on(editor, begun);
  for (const [at, content] of help.entries()) {
    const { id, version } = await writeHelp(deps, call, content, `seed-${at}`);
    const work = { kind: 'published', reviewBy: addMonths(begun, REVIEW_MONTHS[at] ?? 6) } as const;
    await workHelp(deps, call, { id, seen: version, key: `seed-publish-${at}`, work });
  }
  await seedNotice(deps, editor);
}

/** On the pages of families who wait for speech and language therapy; nobody is messaged at a first start. */
async function seedNotice(deps: Deps, { call, today }: Editor): Promise<void> {
  const content = {
    title: 'Speech therapy clinics are moving',
    text: 'From next month we see children at the new family hub, not at the health centre. If you have a date, it stays the same. We write to you with the new address.',
    queues: ['SALT'],
    until: addMonths(today, 1),
  };
  const { id, version } = await writeNotice(deps, call, content, 'seed-notice');
  const work = { kind: 'published', isSent: false } as const;
  await workNotice(deps, call, { id, seen: version, key: 'seed-publish-notice', work });
}
