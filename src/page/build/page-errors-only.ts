import type { Plugin } from 'vite';

/** The groups of errors that the page cannot meet: those of the keeper and of the command, which it does not import. */
const otherGroups = ['keeperErrors', 'commandErrors'] as const;

/** Leaves the messages of other rooms' errors out of the page. They would be bytes that it never shows. */
export function pageErrorsOnly(): Plugin {
  const fileOf = (group: string) => `/src/errors/table/${group.replace('Errors', '-errors')}.ts`;
  return {
    name: 'page-errors-only',
    enforce: 'pre',
    load(id) {
      const group = otherGroups.find((name) => id.replaceAll('\\', '/').endsWith(fileOf(name)));
      return group && `export const ${group} = {};`;
    },
  };
}
