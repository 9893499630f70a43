import type { Words } from '../../application/family/words/words.ts';
import type { FormChecks } from '../page/form.ts';
import type { FlowWords } from '../page/form-flow.ts';
import type { FormWords } from '../page/form-view.ts';
import type { KeptFormWords } from '../page/kept-form.ts';
import { refusedIn } from './family-problems.ts';
import { told } from './told.ts';

/** What a form of the families' pages says of itself. */
export function formWords(words: Words): FormWords {
  return {
    problem: words.say('frame.problem'),
    error: words.say('frame.error'),
    optional: (label) => told(words, 'frame.optional', { label }),
    choose: words.say('frame.choose'),
    dateParts: { day: words.say('frame.day'), month: words.say('frame.month'), year: words.say('frame.year') },
  };
}

/** What is said of what was entered. */
export function formChecks(words: Words): FormChecks {
  return { unsaid: words.say('frame.answer-wrong'), refusal: (code) => words.refusal(code) };
}

/** What a form with a page to check its answers says of itself. */
export function flowWords(words: Words): FlowWords {
  return {
    ...formWords(words),
    back: words.say('frame.back'),
    continue: words.say('frame.continue'),
    check: words.say('flow.check'),
    change: words.say('flow.change'),
    notGiven: words.say('flow.none'),
    none: words.say('flow.none'),
    changed: words.say('flow.changed'),
    changedText: words.say('flow.changed-text'),
    changedSince: words.say('flow.changed-since'),
    entered: words.say('flow.entered'),
    saveAsWell: words.say('flow.save-as-well'),
    changeEntered: words.say('flow.change-entered'),
    leave: words.say('flow.leave'),
    checks: { ...formChecks(words), refused: (refusal) => refusedIn(words, refusal) },
  };
}

/** What is said of a form that was sent after its session had ended. */
export function keptFormWords(words: Words): KeptFormWords {
  return {
    signedOut: words.say('kept.signed-out'),
    signedOutText: words.say('kept.signed-out-text'),
    signIn: words.say('kept.sign-in'),
    comeBack: words.say('kept.come-back'),
    again: words.say('kept.again'),
    againText: words.say('kept.again-text'),
    continue: words.say('frame.continue'),
  };
}
