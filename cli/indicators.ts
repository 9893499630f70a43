/** `npm run indicators`: the figures of a plain file, by the rules of the service. What can be asked for is in `indicators/command-line.ts`. */
import { figuresOfFile } from '../shared/application/indicators/figures-of-file.ts';
import { syntheticDeprivation } from '../shared/domain/indicator/deprivation/synthetic-2025.ts';
import { initialPolicies } from '../shared/domain/policy/places/places.ts';
import { readExtract } from './import/read-file.ts';
import { Refused } from './import/refused.ts';
import { readCommandLine, USAGE } from './indicators/command-line.ts';
import { jsonFigures, textFigures } from './indicators/report.ts';

/** How the command ends when the file could not be counted. Rows that cannot be read are no failure: they are told. */
const FAILED = 1;

try {
  const { help, file, asAt, place, json } = readCommandLine(process.argv.slice(2));
  if (help || asAt === undefined) console.log(USAGE);
  else {
    const policy = initialPolicies.get(place);
    if (policy === undefined)
      throw new Refused(`There is no place ${place}: use ${[...initialPolicies.keys()].join(' or ')}.`);
    const question = { policy, asAt, deprivation: syntheticDeprivation, stage: 'local' };
    const figures = figuresOfFile(await readExtract(file), question);
    console.log(json ? jsonFigures(figures) : textFigures(figures));
  }
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exitCode = FAILED;
}
