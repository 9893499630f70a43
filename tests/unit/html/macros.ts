/** nhsuk-frontend's own nunjucks macros, as the oracle that our components are held against. */
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

const templates = nunjucks.configure(
  [fileURLToPath(new URL('../../../node_modules/nhsuk-frontend/dist', import.meta.url))],
  {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  },
);

const EXPORTED: Readonly<Record<string, string>> = { tables: 'table' };

/** What the package draws for a component, e.g. `error-summary`, with its own options. */
export function macro(component: string, options: object): string {
  const name = EXPORTED[component] ?? component.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return templates.renderString(
    `{% from "nhsuk/components/${component}/macro.njk" import ${name} %}{{ ${name}(options) }}`,
    { options },
  );
}
