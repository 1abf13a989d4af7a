import type { Plugin } from 'vite';
import type { ErrorFacts } from '../../errors/error-facts.ts';
import { authorizeErrors } from '../../errors/table/authorize-errors.ts';
import { callbackErrors } from '../../errors/table/callback-errors.ts';
import { pageErrors } from '../../errors/table/page-errors.ts';
import { tokenErrors } from '../../errors/table/token-errors.ts';
import { webApiErrors } from '../../errors/table/web-api-errors.ts';

type Group = Readonly<Record<string, ErrorFacts>>;

/** What the page gets of each group. It cannot meet the errors of the keeper and of the command. */
const groups: Readonly<Record<string, Group>> = {
  authorizeErrors,
  callbackErrors,
  pageErrors,
  tokenErrors,
  webApiErrors,
  keeperErrors: {},
  commandErrors: {},
};

/** The facts that the page uses. It shows title, reason and cure of an error, so the one-line message is not needed. */
function factsForPage(group: Group): Record<string, Omit<ErrorFacts, 'message'>> {
  return Object.fromEntries(Object.entries(group).map(([code, { message: _, ...facts }]) => [code, facts]));
}

/** Leaves out of the page what it never shows of the table of errors. */
export function pageErrorsPlugin(): Plugin {
  const fileOf = (name: string) =>
    `/src/errors/table/${name.replace('Errors', '-errors')}.ts`.replace('webApi', 'web-api');
  return {
    name: 'refrain-page-errors',
    enforce: 'pre',
    load(id) {
      const path = id.replaceAll('\\', '/');
      const found = Object.entries(groups).find(([name]) => path.endsWith(fileOf(name)));
      return found && `export const ${found[0]} = ${JSON.stringify(factsForPage(found[1]))};`;
    },
  };
}
