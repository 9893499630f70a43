/**
 * The rules of this project that no common tool knows, as a part of `npm run check`: prints what breaks them, one
 * finding a line, and ends with 1 when there is any.
 */
import { decisionsAreIndexed, namedDocumentsExist, nothingPointsOutside } from './hygiene/documents.ts';
import { lockfileServesEverybody } from './hygiene/lockfile.ts';
import { nhsNumbersAreSynthetic } from './hygiene/nhs-numbers.ts';
import { type HygieneRule, readProjectTree } from './hygiene/project-file.ts';
import { namesSayWhatIsInside, sourceFilesAreShort } from './hygiene/source-files.ts';
import { namesNoMachine } from './hygiene/whose-machine.ts';
import { PROJECT_ROOT } from './run-tool.ts';

const rules: readonly HygieneRule[] = [
  namesNoMachine(PROJECT_ROOT),
  nhsNumbersAreSynthetic,
  namedDocumentsExist,
  nothingPointsOutside,
  decisionsAreIndexed,
  sourceFilesAreShort,
  namesSayWhatIsInside,
  lockfileServesEverybody,
];

const tree = readProjectTree(PROJECT_ROOT);
const findings = rules.flatMap((rule) => rule(tree));
for (const { path, line, message } of findings)
  console.log(`${path}${line === undefined ? '' : `:${line}`} ${message}`);
process.exitCode = findings.length === 0 ? 0 : 1;
