import { describe, expect, it } from 'vitest';
import { decisionsAreIndexed, namedDocumentsExist, nothingPointsOutside } from '../../../tooling/hygiene/documents.ts';
import { lockfileServesEverybody } from '../../../tooling/hygiene/lockfile.ts';
import { nhsNumbersAreSynthetic } from '../../../tooling/hygiene/nhs-numbers.ts';
import type { HygieneRule, ProjectTree } from '../../../tooling/hygiene/project-file.ts';
import { namesSayWhatIsInside, sourceFilesAreShort } from '../../../tooling/hygiene/source-files.ts';
import { namesNoMachine } from '../../../tooling/hygiene/whose-machine.ts';

/** A project of these files and the folders they stand in. */
function treeOf(contents: Readonly<Record<string, string>>): ProjectTree {
  const files = Object.entries(contents).map(([path, text]) => ({ path, text }));
  const folders = files.flatMap(({ path }) => {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return { paths: new Set(folders), files };
}

/** Where a rule finds something, as `path:line`, or `path` where it concerns the whole file. */
function placesFound(rule: HygieneRule, contents: Readonly<Record<string, string>>): string[] {
  return rule(treeOf(contents)).map(({ path, line }) => (line === undefined ? path : `${path}:${line}`));
}

/** Joined here, so that this file does not itself hold what the rules look for. */
const joined = (...parts: string[]): string => parts.join('');

describe('machine and registry names', () => {
  const rule = namesNoMachine(joined('/build', '/copy-1'));

  it.each([
    ['a home folder', joined('/ho', 'me/alex/project')],
    ['a home folder of macOS', joined('/Us', 'ers/alex/project')],
    ['a home folder of Windows', joined('C:\\Us', 'ers\\alex')],
    ['the folder of this checkout', joined('/build', '/copy-1/shared/domain')],
    ['a registry', joined('https://regis', 'try.example.org/zod')],
  ])('finds %s', (_, text) => {
    expect(placesFound(rule, { 'docs/notes.txt': `fine\nsee ${text}` })).toEqual(['docs/notes.txt:2']);
  });

  it('finds a registry setting in .npmrc', () => {
    expect(placesFound(rule, { '.npmrc': 'fund=false\nregistry=http://127.0.0.1:4873' })).toEqual(['.npmrc:2']);
  });

  it('leaves addresses of the service and folders of a function alone', () => {
    const text = `${joined('https://example.org/ho', 'me/')} /var/task/ /tmp/ /build/copy-12`;
    expect(placesFound(rule, { 'docs/notes.txt': text })).toEqual([]);
  });
});

describe('NHS numbers', () => {
  const someones = joined('943', '476', '5870');

  it.each([
    ['plain', someones],
    ['spaced', joined('943 ', '476 ', '5870')],
    ['with hyphens', joined('943-', '476-', '5870')],
  ])('finds a number with a right check digit, %s', (_, number) => {
    expect(placesFound(nhsNumbersAreSynthetic, { 'tests/people.csv': `name\n"${number}",x` })).toEqual([
      'tests/people.csv:2',
    ]);
  });

  it.each([
    ['a number of the test range', '9990000018'],
    ['a wrong check digit', joined('943', '476', '5871')],
    ['a number listed with its reason', '0000000000'],
    ['a part of a longer number', `1${someones}`],
    ['a part of a name', `id-${someones}`],
  ])('leaves %s alone', (_, text) => {
    expect(placesFound(nhsNumbersAreSynthetic, { 'tests/people.csv': text })).toEqual([]);
  });
});

describe('documents', () => {
  const missing = joined('nowhere', '.md');

  it('finds a document that is named and not there, in code and in prose', () => {
    const contents = { 'shared/clock.ts': `// see ${missing}`, 'docs/dates.md': `\nsee [this](${missing})` };
    expect(new Set(placesFound(namedDocumentsExist, contents))).toEqual(
      new Set(['shared/clock.ts:1', 'docs/dates.md:2']),
    );
  });

  it('finds a picture that is linked and not there', () => {
    expect(placesFound(namedDocumentsExist, { 'docs/dates.md': '![a](images/none.png)' })).toEqual(['docs/dates.md:1']);
  });

  it('accepts one named by its path, by its name, or by an address', () => {
    const text = joined('see docs/dates.md, or dates.md, or https://example.org/', missing);
    expect(placesFound(namedDocumentsExist, { 'docs/dates.md': '', 'shared/clock.ts': text })).toEqual([]);
  });

  it('finds what points out of the project, and only that', () => {
    const outside = joined('..', '/shared/rules.md');
    const contents = {
      'events/catalogue.ts': `import '${joined('..', '/shared/domain/error.ts')}';`,
      'README.md': `rules: ${outside}`,
      'tests/unit/paths.test.ts': `refuses '${joined('..', '/../../etc/passwd')}'`,
    };
    expect(placesFound(nothingPointsOutside, contents)).toEqual(['README.md:1']);
  });

  it('finds a decision that the index leaves out, and two of one number', () => {
    const first = joined('0001-one', '.md');
    const second = joined('0001-two', '.md');
    const contents = { 'docs/adr/README.md': `[one](${first})`, [`docs/adr/${first}`]: '', [`docs/adr/${second}`]: '' };
    const found = decisionsAreIndexed(treeOf(contents)).map(({ path, message }) => `${path} ${message}`);
    expect(found).toEqual([
      `docs/adr/${first} shares the number 0001 with another decision`,
      `docs/adr/${second} is not linked in docs/adr/README.md`,
      `docs/adr/${second} shares the number 0001 with another decision`,
    ]);
  });
});

describe('source files', () => {
  it('finds 401 lines and lets 400 pass, with or without a last line end', () => {
    const lines = (count: number): string => Array.from({ length: count }, () => 'x').join('\n');
    const contents = {
      'a.ts': lines(400),
      'b.ts': `${lines(400)}\n`,
      'c.ts': lines(401),
      'd.csv': lines(500),
    };
    expect(placesFound(sourceFilesAreShort, contents)).toEqual(['c.ts']);
  });

  it('finds names that say nothing', () => {
    const contents = { 'shared/utils/a.ts': '', 'shared/helpers.ts': '', 'shared/common-clock.ts': '' };
    expect(placesFound(namesSayWhatIsInside, contents)).toEqual(['shared/utils', 'shared/helpers.ts']);
  });
});

describe('the lockfile', () => {
  const lock = (packages: object): Record<string, string> => ({ 'package-lock.json': JSON.stringify({ packages }) });

  it('finds an optional package without an entry, and accepts one found in a folder above', () => {
    const packages = {
      '': { optionalDependencies: { 'node-for-here': '1.0.0' } },
      'node_modules/a': { optionalDependencies: { 'a-darwin': '1.0.0', 'a-linux': '1.0.0' } },
      'node_modules/a-linux': {},
      'node_modules/b/node_modules/@s/c': { optionalDependencies: { 'a-linux': '1.0.0', 'b-win': '1.0.0' } },
      'node_modules/b/node_modules/b-win': {},
    };
    const messages = lockfileServesEverybody(treeOf(lock(packages))).map(({ message }) => message);
    expect(messages).toEqual([
      'lacks node-for-here, which package.json names as optional: add its entry',
      'lacks a-darwin, which node_modules/a names as optional: add its entry',
    ]);
  });

  it('finds a package from a private place', () => {
    const packages = { 'node_modules/a': { resolved: 'http://127.0.0.1/a.tgz' } };
    expect(placesFound(lockfileServesEverybody, lock(packages))).toEqual(['package-lock.json']);
  });

  it('finds that there is none', () => {
    expect(placesFound(lockfileServesEverybody, {})).toEqual(['package-lock.json']);
  });
});
