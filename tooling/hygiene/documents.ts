import { posix } from 'node:path';
import { type Finding, type HygieneRule, matchesIn, type ProjectFile, type ProjectTree } from './project-file.ts';

const ADDRESS = /https?:\/\/\S+/g;
/** A Markdown document, named with or without its folder. */
const DOCUMENT = /(?<![\w./@-])(?:[\w.-]+\/)*[\w-][\w.-]*\.md\b/g;
/** Where a Markdown link or picture leads: no address, no place in the same page. */
const LINK = /\]\(<?(?!\w+:|#)([^)\s>#]+)[^)]*\)/g;
/** A path upwards to a document, a module or a data file, or to a folder of documents beside the project. */
const UPWARDS = /(?:\.\.\/)+(?:shared(?![\w-])[\w./-]*|[\w./-]+\.(?:md|ts|js|json|csv|svg|png|txt|pdf)\b)/g;
const ADR = /^docs\/adr\/(\d{4})-[^/]+\.md$/;

/** A document that is named exists, so that nobody is sent to read what is not there. */
export const namedDocumentsExist: HygieneRule = (tree) =>
  tree.files.flatMap((file): Finding[] => {
    if (file.path === 'package-lock.json') return [];
    const withoutAddresses = { ...file, text: file.text.replaceAll(ADDRESS, '') };
    const documents = matchesIn(withoutAddresses, DOCUMENT).map(({ match, line }) => ({ target: match[0], line }));
    const links = file.path.endsWith('.md')
      ? matchesIn(withoutAddresses, LINK).map(({ match, line }) => ({ target: match[1] ?? '', line }))
      : [];
    return [...documents, ...links]
      .filter(({ target }) => !isThere(target, file, tree))
      .map(({ target, line }) => ({ path: file.path, line, message: `names ${target}, which is not in the project` }));
  });

/** Nothing points out of the project: whoever clones it has this folder and nothing beside it. */
export const nothingPointsOutside: HygieneRule = ({ files }) =>
  files.flatMap((file) =>
    matchesIn(file, UPWARDS)
      .filter(({ match }) => posix.join(posix.dirname(file.path), match[0]).startsWith('..'))
      .map(({ match, line }) => ({ path: file.path, line, message: `points outside the project: ${match[0]}` })),
  );

/** Every decision record can be found from the index, and no two have one number. */
export const decisionsAreIndexed: HygieneRule = ({ files }) => {
  const index = files.find((file) => file.path === 'docs/adr/README.md')?.text ?? '';
  const records = files.flatMap((file) => {
    const number = ADR.exec(file.path)?.[1];
    return number === undefined ? [] : [{ path: file.path, number }];
  });
  return records.flatMap(({ path, number }): Finding[] => [
    ...(index.includes(`(${posix.basename(path)})`) ? [] : [{ path, message: 'is not linked in docs/adr/README.md' }]),
    ...(records.filter((other) => other.number === number).length === 1
      ? []
      : [{ path, message: `shares the number ${number} with another decision` }]),
  ]);
};

/** Beside the file that names it, from the root, or as the end of some path: "see dates.md" is clear enough. */
function isThere(target: string, from: ProjectFile, { paths }: ProjectTree): boolean {
  const beside = posix.join(posix.dirname(from.path), target).replace(/\/$/, '');
  if (beside === '.' || paths.has(beside) || paths.has(posix.normalize(target))) return true;
  if (!target.endsWith('.md') || target.startsWith('..')) return false;
  return Array.from(paths).some((path) => path.endsWith(`/${target}`));
}
