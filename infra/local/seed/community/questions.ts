/** What the invented places have asked their families: open, shared back, and closed with nothing said of it yet. */
import { workQuestionnaire, writeQuestionnaire } from '../../../../shared/application/community/questionnaires.ts';
import type { Deps } from '../../../../shared/application/deps.ts';
import { addDays } from '../../../../shared/domain/calendar/local-date.ts';
import type { Answer, Answers } from '../../../../shared/domain/community/answers.ts';
import type {
  AskedQuestion,
  OutcomeLines,
  QuestionnaireDetails,
} from '../../../../shared/domain/community/questionnaire.ts';
import { type Chance, chanceOf } from '../random.ts';
import { type Editor, on } from './editor.ts';

interface InventedQuestions {
  readonly said: Omit<QuestionnaireDetails, 'closesOn' | 'queues'>;
  /** Days from today on which families were first asked, and on which it closes. */
  readonly from: number;
  readonly until: number;
  /** Families who have answered. */
  readonly answered: number;
  /** What some of them wrote, a different one each. */
  readonly words: readonly string[];
  /** What the place shared back; null for nothing yet. */
  readonly outcome: OutcomeLines | null;
}

const questions: Readonly<Record<string, readonly InventedQuestions[]>> = {
  liverpool: [
    {
      said: {
        title: 'How we keep in touch while you wait',
        intro: 'We want to tell you what you need to know, in the way that suits you. It takes two minutes.',
        questions: [
          {
            kind: 'one',
            text: 'How often should we tell you where you are?',
            options: ['Each month', 'Each three months', 'Only when something changes'],
          },
          {
            kind: 'several',
            text: 'How would you like to hear from us?',
            options: ['A text', 'An e-mail', 'A letter', 'A phone call'],
          },
          { kind: 'rating', text: 'How easy is it to reach us now?', options: [] },
          { kind: 'text', text: 'What would help you most while you wait?', options: [] },
        ],
      },
      ...{ from: -12, until: 18, answered: 34 },
      words: [
        'To know that we are not forgotten',
        'One person to ask, not five numbers',
        'Say how long it may be, even if it is long',
        'Tell school as well, so that they start now',
      ],
      outcome: null,
    },
    {
      said: {
        title: 'Help at school while you wait',
        intro: 'Tell us what school does for your child now, so that we can ask schools for what is missing.',
        questions: [
          {
            kind: 'one',
            text: 'Does school help your child with what you wait for?',
            options: ['Yes', 'A little', 'No', 'I do not know'],
          },
          { kind: 'rating', text: 'How well does school know your child’s needs?', options: [] },
          { kind: 'text', text: 'What has helped?', options: [] },
        ],
      },
      ...{ from: -120, until: -85, answered: 71 },
      words: ['A quiet corner and a picture timetable', 'The teacher rang us each Friday', 'Nothing yet'],
      outcome: [
        {
          said: 'Schools wait for a diagnosis before they help.',
          did: 'We wrote to each school with what to do now, and our therapists visit the schools that asked.',
        },
        {
          said: 'You do not know whom to ask at school.',
          did: 'Help while you wait now says who the SENCO is and what to ask them.',
        },
        {
          said: 'You want a therapist in each school.',
          did: 'We cannot do this yet: there are not enough therapists. We tell you each year how many there are.',
        },
      ],
    },
    {
      said: {
        title: 'After the evening on waiting well',
        intro: 'You came to our evening for parents. Tell us how it was.',
        questions: [
          { kind: 'rating', text: 'How useful was the evening?', options: [] },
          { kind: 'text', text: 'What should the next one be about?', options: [] },
        ],
      },
      ...{ from: -19, until: -4, answered: 13 },
      words: ['Sleep', 'Benefits and who helps with the forms', 'Brothers and sisters'],
      outcome: null,
    },
  ],
  'cheshire-east': [
    {
      said: {
        title: 'Where clinics should be',
        intro: 'We look for rooms for speech therapy. Tell us what is easy for you to reach.',
        questions: [
          {
            kind: 'several',
            text: 'Where could you come?',
            options: ['Crewe', 'Macclesfield', 'Congleton', 'Wilmslow'],
          },
          { kind: 'one', text: 'How would you come?', options: ['By car', 'By bus or train', 'On foot'] },
        ],
      },
      ...{ from: -90, until: -60, answered: 28 },
      words: [],
      outcome: [
        {
          said: 'Half of you come by bus, and there is none to the clinic.',
          did: 'From spring there is a clinic on Mondays beside the bus station in Crewe.',
        },
      ],
    },
    {
      said: {
        title: 'Appointments after school',
        intro: 'Tell us whether later hours would help.',
        questions: [
          { kind: 'one', text: 'Would you come between 4pm and 7pm?', options: ['Yes', 'Sometimes', 'No'] },
          { kind: 'text', text: 'What else about hours?', options: [] },
        ],
      },
      ...{ from: -5, until: 25, answered: 4 },
      words: ['Saturdays, please'],
      outcome: null,
    },
  ],
};

export async function seedQuestions(deps: Deps, editor: Editor): Promise<void> {
  const { place } = editor.call.actor;
  if ((await deps.community.questionnaires.list(place)).length > 0) return;
  const chance = chanceOf(1995);
  for (const [at, invented] of (questions[place] ?? []).entries()) await ask(deps, editor, invented, at, chance);
}

async function ask(
  deps: Deps,
  editor: Editor,
  { said, from, until, answered, words, outcome }: InventedQuestions,
  at: number,
  chance: Chance,
): Promise<void> {
  const opened = on(editor, addDays(editor.today, from));
  const closesOn = addDays(editor.today, until);
  const { id, place, version } = await writeQuestionnaire(
    deps,
    opened,
    { ...said, queues: [], closesOn },
    `seed-ask-${at}`,
  );
  const change = { id, seen: version, key: `seed-open-${at}`, work: { kind: 'opened' } } as const;
  const open = await workQuestionnaire(deps, opened, change);
  for (let nth = 0; nth < answered; nth += 1)
    await deps.community.answers.give(
      place,
      id,
      deps.ids.derived('seed-answer', id, String(nth)),
      answersTo(chance, said.questions, words[nth]),
    );
  if (outcome === null) return;
  // Three weeks to read what came in, and to do something about it.
  const shared = on(editor, addDays(closesOn, 21));
  const work = { kind: 'shared', lines: outcome } as const;
  await workQuestionnaire(deps, shared, { id, seen: open.version, key: `seed-share-${at}`, work });
}

/** @param text what this family wrote, where something is asked in words. */
function answersTo(chance: Chance, asked: readonly AskedQuestion[], text: string | undefined): Answers {
  return asked.map((question) => answerTo(chance, question, text));
}

function answerTo(chance: Chance, { kind, options }: AskedQuestion, text: string | undefined): Answer {
  switch (kind) {
    case 'text':
      return text === undefined ? null : { text };
    case 'rating':
      return { rating: chance.weighted(ratings) };
    case 'one':
      return { chosen: [pickOf(chance, options)] };
    case 'several': {
      const first = pickOf(chance, options);
      return { chosen: chance.happens(0.4) ? [...new Set([first, pickOf(chance, options)])] : [first] };
    }
  }
}

const ratings = [
  [1, 2],
  [2, 5],
  [3, 8],
  [4, 6],
  [5, 3],
] as const;

/** The place of an option: the earlier ones more often. */
function pickOf(chance: Chance, options: readonly string[]): number {
  return chance.weighted(options.map((_, at) => [at, options.length - at + 1] as const));
}
