import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of the project. */
export interface ProjectFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** All that a rule may look at. */
export interface ProjectTree {
  /** Every file and folder, relative to the root, pictures included. */
  readonly paths: ReadonlySet<string>;
  /** The text files among them. */
  readonly files: readonly ProjectFile[];
}

/** One thing that must be put right. */
export interface Finding {
  readonly path: string;
  /** Counted from 1; absent when it concerns the whole file. */
  readonly line?: number;
  /** What is wrong and, where it is not plain, what to do. */
  readonly message: string;
}

/** A rule looks at the whole tree and names what breaks it. */
export type HygieneRule = (tree: ProjectTree) => readonly Finding[];

const TEXT = /(?:\.(?:ts|js|mjs|cjs|json|md|csv|txt|html|njk|scss|css|svg|ya?ml|sh)|(?:^|\/)[^/.]+|(?:^|\/)\.[^/]+)$/;

/**
 * Reads the project as it stands on disk, without what the .gitignore of a folder keeps out. It does not ask git, so
 * that a copy without its history is checked like a clone; a .gitignore therefore keeps to names and `*`, and a `/` at
 * the end where a folder is meant.
 */
export function readProjectTree(root: string): ProjectTree {
  const paths = new Set<string>();
  const files: ProjectFile[] = [];
  const visit = (folder: string, ignoredAbove: readonly RegExp[]): void => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    const own = entries.some((entry) => entry.name === '.gitignore')
      ? ignoredBy(readFileSync(join(root, folder, '.gitignore'), 'utf8'))
      : [];
    const ignored = [...ignoredAbove, ...own];
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const asGitSeesIt = entry.isDirectory() ? `${entry.name}/` : entry.name;
      if (entry.name === '.git' || ignored.some((pattern) => pattern.test(asGitSeesIt))) continue;
      paths.add(path);
      if (entry.isDirectory()) visit(path, ignored);
      else if (entry.isFile() && TEXT.test(path)) files.push({ path, text: readFileSync(join(root, path), 'utf8') });
    }
  };
  visit('', []);
  return { paths, files };
}

/** Every match of `pattern` in a file, with the line it stands on. The pattern must be global. */
export function matchesIn(file: ProjectFile, pattern: RegExp): { match: RegExpExecArray; line: number }[] {
  const lines = file.text.split('\n');
  return lines.flatMap((text, index) => Array.from(text.matchAll(pattern), (match) => ({ match, line: index + 1 })));
}

/** One pattern for each line of a .gitignore, to be held against a name that ends in `/` when it is a folder's. */
function ignoredBy(gitignore: string): RegExp[] {
  return gitignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}/?$`));
}
