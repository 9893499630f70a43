/**
 * Who may import whom. The table of folders in README.md says the same in words; a layer that is given more than the
 * table allows fails `npm run check`. Each allow-list is written as "from this folder, to anything but these".
 */

/** Matches a path that starts with one of these folders or files (dependency-cruiser's paths are relative to the root). */
const within = (...folders) => `^(?:${folders.join('|')})`;

/** Matches an installed package by name, scope included, wherever npm put it. */
const packages = (...names) => `(?:^|/)node_modules/(?:${names.join('|')})(?:/|$)`;

/** From `folder`, nothing but what is listed: folders of the project and installed packages. Node's modules are neither. */
function onlyMayImport(name, comment, folder, { folders, installed }) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: within(folder) },
    to: { pathNot: [within(...folders), packages(...installed)] },
  };
}

/** Nobody imports these packages, but the folders that are their home. */
function onlyHomeOf(name, comment, names, homes) {
  return { name, comment, severity: 'error', from: { pathNot: within(...homes) }, to: { path: packages(...names) } };
}

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one idea or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere. (The pages’ assets are built before they are bundled, and not kept.)',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(?:^|/)built\\.js$' },
    },
    {
      name: 'declared',
      comment: 'A package that is used is named in package.json: what only a dependency brought in can go with it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    onlyMayImport('domain', 'The rules import zod, the calendar’s polyfill, and nothing else.', 'shared/domain/', {
      folders: ['shared/domain/'],
      installed: ['zod', 'temporal-polyfill'],
    }),
    onlyMayImport('application', 'Use cases import the rules and the events they publish.', 'shared/application/', {
      folders: ['shared/application/', 'shared/domain/', 'events/'],
      installed: ['zod'],
    }),
    {
      name: 'adapters',
      comment: 'Adapters serve the use cases’ ports: they know no page, no function and no infrastructure.',
      severity: 'error',
      from: { path: within('shared/adapters/') },
      to: {
        path: within('shared/', 'functions/', 'events/', 'infra/', 'tests/', 'tooling/'),
        pathNot: within('shared/adapters/', 'shared/application/', 'shared/domain/'),
      },
    },
    {
      name: 'http',
      comment: 'HTTP speaks to the use cases: it knows no store and no function.',
      severity: 'error',
      from: { path: within('shared/http/') },
      to: {
        path: within('shared/', 'functions/', 'events/', 'infra/', 'tests/', 'tooling/'),
        pathNot: within('shared/http/', 'shared/application/', 'shared/domain/'),
      },
    },
    onlyMayImport('events', 'The catalogue of events uses the domain’s names.', 'events/', {
      folders: ['events/', 'shared/domain/'],
      installed: ['zod'],
    }),
    {
      name: 'functions',
      comment: 'A function composes what is shared; it does not reach into another function.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: {
        path: within('functions/', 'infra/', 'tests/', 'tooling/'),
        pathNot: '^functions/$1/',
      },
    },
    {
      name: 'command-line',
      comment: 'A command asks the service as any program does: it knows the rules, the forms of files, and no store.',
      severity: 'error',
      from: { path: within('cli/') },
      to: {
        path: within('shared/', 'functions/', 'events/', 'infra/', 'tests/', 'tooling/'),
        // What was set aside on AWS is put back by an operator, with the account's own credentials.
        pathNot: within('shared/domain/', 'shared/application/', 'shared/http/csv/', 'shared/adapters/sqs/'),
      },
    },
    {
      name: 'infra',
      comment:
        'Infrastructure knows the functions’ environments, the table’s names and the events, and no code behind them.',
      severity: 'error',
      from: { path: within('infra/'), pathNot: within('infra/local/seed/') },
      to: {
        path: within('shared/', 'functions/', 'events/', 'tests/', 'tooling/'),
        pathNot: within(
          'functions/[^/]+/environment\\.ts$',
          'shared/adapters/dynamodb/table\\.ts$',
          // The pages' assets are built before the functions are bundled: a build step, not code of theirs.
          'shared/http/assets/build\\.ts$',
          'events/',
        ),
      },
    },
    {
      name: 'seed',
      comment: 'The synthetic place is made with the project’s own rules and use cases, by no function and no test.',
      severity: 'error',
      from: { path: within('infra/local/seed/') },
      to: { path: within('functions/', 'tests/', 'tooling/') },
    },
    {
      name: 'template-knows-no-local-cloud',
      comment: 'The stacks are the same whether AWS or this machine runs them.',
      severity: 'error',
      from: { path: within('infra/'), pathNot: within('infra/local/') },
      to: { path: within('infra/local/') },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Only tests know tests.',
      severity: 'error',
      from: { pathNot: within('tests/') },
      to: { path: within('tests/') },
    },
    {
      name: 'nothing-imports-infra',
      comment: 'Code that runs in a function does not know where it runs.',
      severity: 'error',
      from: { pathNot: within('infra/', 'tests/') },
      to: { path: within('infra/') },
    },
    {
      name: 'nothing-imports-tooling',
      comment: 'The checks look at the project, not the other way round.',
      severity: 'error',
      from: { pathNot: within('tooling/', 'tests/') },
      to: { path: within('tooling/') },
    },
    {
      name: 'tooling-stands-apart',
      comment: 'The checks must run when the project does not.',
      severity: 'error',
      from: { path: within('tooling/') },
      to: { path: within('shared/', 'functions/', 'events/', 'infra/', 'tests/') },
    },
    onlyHomeOf(
      'home-of-temporal',
      'Dates are made in one place.',
      ['temporal-polyfill'],
      ['shared/domain/calendar(?:/|\\.ts$)', 'node_modules/', 'tests/'],
    ),
    onlyHomeOf(
      'home-of-aws-sdk',
      'Only the adapters talk to AWS; the local cloud stands in for it and the tests check both.',
      ['@aws-sdk', '@smithy'],
      ['shared/adapters/', 'infra/local/', 'tests/', 'node_modules/'],
    ),
    onlyHomeOf(
      'home-of-middy',
      'One bundle of middleware per trigger, and no chain by hand in a function.',
      ['@middy'],
      ['shared/http/', 'node_modules/', 'tests/'],
    ),
    onlyHomeOf(
      'home-of-cdk',
      'Constructs belong to the infrastructure.',
      ['aws-cdk-lib', 'constructs', 'cdk-nag'],
      ['infra/', 'tests/', 'node_modules/'],
    ),
    onlyHomeOf(
      'home-of-local-engines',
      'What stands in for AWS runs in no function.',
      ['dynalite', 'oidc-provider'],
      ['infra/local/', 'tests/', 'node_modules/'],
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['node_modules'] },
    // swc reads a project's own declaration file as a program and stops at it. Those of packages are never opened.
    exclude: { path: ['^(?!.*node_modules/).*\\.d\\.ts$', '^(?:cdk\\.out|coverage|reports|\\.local)/'] },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
