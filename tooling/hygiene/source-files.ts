import { posix } from 'node:path';
import type { Finding, HygieneRule } from './project-file.ts';

const SOURCE = /\.(?:ts|js|mjs|cjs|scss|njk|html)$/;
const MOST_LINES = 400;
/** Names that say nothing of what is inside, so that anything ends up in there. */
const DRAWERS = /^(?:utils?|helpers?|common|misc|lib)$/i;

/** A source file holds one idea, and one idea fits in 400 lines. */
export const sourceFilesAreShort: HygieneRule = ({ files }) =>
  files.flatMap((file): Finding[] => {
    if (!SOURCE.test(file.path)) return [];
    const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
    if (lines <= MOST_LINES) return [];
    return [
      { path: file.path, message: `has ${lines} lines, over ${MOST_LINES}: look for the seam between two ideas` },
    ];
  });

/** Files and folders are named after what is in them. */
export const namesSayWhatIsInside: HygieneRule = ({ paths }) =>
  Array.from(paths)
    .filter((path) => DRAWERS.test(posix.basename(path).replace(/\..*$/, '')))
    .map((path) => ({ path, message: 'is named after no idea: anything could be put in it' }));
