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
 * Reads the project as it stands on disk, without what .gitignore names. It does not ask git, so that a copy without
 * its history is checked like a clone; .gitignore therefore keeps to two forms, `folder/` and `*.ending` or a name.
 */
export function readProjectTree(root: string): ProjectTree {
  const ignored = ignoredBy(readFileSync(join(root, '.gitignore'), 'utf8'));
  const paths = new Set<string>();
  const files: ProjectFile[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name === '.git' || ignored(entry.name, entry.isDirectory())) continue;
      paths.add(path);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() && TEXT.test(path)) files.push({ path, text: readFileSync(join(root, path), 'utf8') });
    }
  };
  visit('');
  return { paths, files };
}

/** Every match of `pattern` in a file, with the line it stands on. The pattern must be global. */
export function matchesIn(file: ProjectFile, pattern: RegExp): { match: RegExpExecArray; line: number }[] {
  const lines = file.text.split('\n');
  return lines.flatMap((text, index) => Array.from(text.matchAll(pattern), (match) => ({ match, line: index + 1 })));
}

function ignoredBy(gitignore: string): (name: string, isFolder: boolean) => boolean {
  const entries = gitignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const folders = new Set(entries.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1)));
  const endings = entries.filter((line) => line.startsWith('*')).map((line) => line.slice(1));
  const names = new Set(entries);
  return (name, isFolder) =>
    isFolder ? folders.has(name) : names.has(name) || endings.some((ending) => name.endsWith(ending));
}
