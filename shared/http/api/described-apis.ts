import type { DescribedApi } from './open-api.ts';

/** The APIs of the service. Each describes itself under its own base, and its page leads to the others. */
export const staffApi: DescribedApi = {
  base: '/v1',
  title: 'Waiting lists of children and young people',
  description:
    'Everything a place knows of who waits, since when and until when. Every address is inside the place of the role you act in.',
};
export const figuresApi: DescribedApi = {
  base: '/v1/indicators',
  title: 'Figures of waiting lists',
  description:
    'Published figures of a place, and the papers of its board. Nobody is behind them. Small numbers are hidden and the others rounded, unless your role may see them as they are.',
};
export const familiesApi: DescribedApi = {
  base: '/v1/family',
  title: 'A family’s view of a waiting list',
  description:
    'What a family or a young person may see of their own record, and say to the service. It takes tokens of the families’ directory, and no other.',
};

export const describedApis: readonly DescribedApi[] = [staffApi, figuresApi, familiesApi];
