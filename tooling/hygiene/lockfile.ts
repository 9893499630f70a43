import * as z from 'zod';
import type { Finding, HygieneRule } from './project-file.ts';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const PUBLIC_REGISTRY = /^https:\/\/registry\.npmjs\.org\//;

/**
 * The lockfile installs for everybody: nothing in it comes from a private place, and it names the packages of every
 * platform, not only of the one it was written on. `npm ci` refuses a lockfile without them.
 */
export const lockfileServesEverybody: HygieneRule = ({ files }) => {
  const path = 'package-lock.json';
  const text = files.find((file) => file.path === path)?.text;
  if (text === undefined) return [{ path, message: 'is missing' }];
  const { packages } = lockSchema.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([place, entry]): Finding[] => [
    ...(entry.resolved === undefined || PUBLIC_REGISTRY.test(entry.resolved)
      ? []
      : [{ path, message: `${place} comes from ${entry.resolved}` }]),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(name, place, packages))
      .map((name) => ({
        path,
        message: `lacks ${name}, which ${place === '' ? 'package.json' : place} names as optional: add its entry`,
      })),
  ]);
};

/** Whether `name` is found from `place` the way Node looks for it: there, and in every folder above. */
function isLocked(name: string, place: string, packages: Readonly<Record<string, unknown>>): boolean {
  const here = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
  if (Object.hasOwn(packages, here)) return true;
  if (place === '') return false;
  return isLocked(name, place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1)), packages);
}
