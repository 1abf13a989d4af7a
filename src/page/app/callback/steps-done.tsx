import { presetOf } from '../../../spotify/presets.ts';
import type { PendingSignIn } from '../../shared/page-context.ts';
import { Note, RepeatSign, Staff } from '../parts/notation.tsx';

const pitches = [2, 1.5, 1, 2.5, 0.5, 1.5];

/** What has been done, each step a note, each scope one note of the last. `redirectUri`: as it is registered. */
export function StepsDone({
  redirectUri,
  clientId,
  scopes,
}: Pick<PendingSignIn, 'redirectUri' | 'clientId' | 'scopes'>) {
  // A few notes tell a tune, nineteen a smear: beyond six the count says the rest.
  const notes = scopes.slice(0, pitches.length);
  return (
    <>
      <li class="done">
        <Staff>
          <RepeatSign />
          <Note x={3.5} y={2} />
        </Staff>
        <div class="in">
          <h2>App registered</h2>
          <p class="hint">
            Redirect URI <span class="mono">{redirectUri}</span>
          </p>
        </div>
      </li>
      <li class="done">
        <Staff>
          <Note x={3.5} y={1.5} />
        </Staff>
        <div class="in">
          <h2>Client ID</h2>
          <p class="hint">
            <span class="mono">{shortened(clientId)}</span>
          </p>
        </div>
      </li>
      <li class="done last">
        <Staff>
          {notes.map((scope, index) => (
            <Note key={scope} x={3.5 + 4 * index} y={pitches[index] ?? 2} />
          ))}
        </Staff>
        <div class="in">
          <h2>{countOf(scopes.length)}</h2>
          <p class="hint">{presetOf(scopes) ?? (scopes.length > 0 ? 'Your own choice' : 'Public data only')}: agreed</p>
        </div>
      </li>
    </>
  );
}

const shortened = (clientId: string) =>
  clientId.length > 16 ? `${clientId.slice(0, 8)}…${clientId.slice(-6)}` : clientId;

const figures = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

const countOf = (count: number) => `${figures[count] ?? count} ${count === 1 ? 'scope' : 'scopes'}`;
