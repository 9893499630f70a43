import { type Finding, type HygieneRule, matchesIn } from './project-file.ts';

/** Home folders of a person, on the systems that developers use. */
const HOME_FOLDER = /(?<![\w.])(?:\/(?:home|Users)\/[a-z][\w.-]*\/|\/root\/|[A-Z]:\\+Users\\+)/g;
const REGISTRY_HOST = /\bregistry\.[a-z0-9-]+(?:\.[a-z0-9-]+)+/g;
const REGISTRY_SETTING = /^\s*(?:@[\w-]+:)?registry\s*=.*$/g;

/**
 * Nothing in the project names the machine it was written on or the registry that served its packages: both make a
 * clone work for its author alone. `checkout` is the folder that this copy stands in.
 */
export function namesNoMachine(checkout: string): HygieneRule {
  const thisCheckout = new RegExp(`${checkout.replaceAll(/[^\w/]/g, String.raw`\$&`)}(?![\\w-])`, 'g');
  return ({ files }) =>
    files.flatMap((file): Finding[] => {
      if (file.path === 'package-lock.json') return [];
      const setting = file.path === '.npmrc' ? matchesIn(file, REGISTRY_SETTING) : [];
      return [
        ...matchesIn(file, HOME_FOLDER),
        ...matchesIn(file, thisCheckout),
        ...matchesIn(file, REGISTRY_HOST),
        ...setting,
      ].map(({ match, line }) => ({
        path: file.path,
        line,
        message: `names a machine's folder or a registry: ${match[0]}`,
      }));
    });
}
