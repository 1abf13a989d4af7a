import { exampleCallFor, type ExampleCall } from '../snippets/call.ts';
import type { SnippetOptions } from '../snippets/snippet.ts';
import { fileStoreLine, keeperLines } from './keeper.ts';
import { joinParts, type ShortProgram } from './program.ts';

const show: Record<ExampleCall['kind'], string> = {
  plays: 'for (const it of (await answer.json()).items) console.log(it.track.name);',
  account: 'console.log((await answer.json()).display_name);',
  track: 'console.log((await answer.json()).name);',
};

/** The keeper, which refreshes the token and saves a new one. */
export function shortRefrain(options: SnippetOptions): ShortProgram {
  const { kind, path } = exampleCallFor(options);
  return {
    name: 'refrain',
    text: joinParts(
      ["import { createTokenKeeper } from 'refrain';", "import { fileStore } from 'refrain/stores/file';"],
      [fileStoreLine, ...keeperLines(options, 'store'), `const answer = await keeper.fetch('/v1${path}');`, show[kind]],
    ),
  };
}
