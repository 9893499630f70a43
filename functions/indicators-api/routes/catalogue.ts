import * as z from 'zod';
import type { FigureDeps } from '../../../shared/application/indicators/figure-deps.ts';
import { viewFor } from '../../../shared/application/indicators/figure-view.ts';
import { catalogue } from '../../../shared/domain/indicator/catalogue/catalogue.ts';
import { indicatorSchema } from '../../../shared/domain/indicator/catalogue/indicator.ts';
import { prioritiesOf, prioritySchema } from '../../../shared/domain/indicator/catalogue/priorities.ts';
import { views } from '../../../shared/domain/indicator/figure.ts';
import { RULES_VERSION } from '../../../shared/domain/indicator/stamp.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';

const response = z.strictObject({
  version: z.int(),
  view: z.enum(views),
  indicators: z.array(indicatorSchema),
  priorities: z.array(prioritySchema),
});

export const catalogueRoutes = [
  defineRoute<Record<string, never>, Record<string, never>, undefined, z.output<typeof response>, FigureDeps>({
    method: 'GET',
    path: '/v1/indicators/catalogue',
    id: 'readIndicatorCatalogue',
    tag: 'Indicators',
    summary: 'What each indicator is, and what the place’s strategy promises of it',
    action: 'indicator.read',
    response,
    async handle({ call }) {
      const view = viewFor(call);
      const body = {
        version: RULES_VERSION,
        view,
        indicators: [...catalogue],
        priorities: [...prioritiesOf(call.actor.place)],
      };
      return { body };
    },
  }),
];
