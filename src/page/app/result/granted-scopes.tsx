import type { TokenSet } from '../../../grants/token-set.ts';
import { appText } from '../../text/app-text.ts';

const text = appText.scopes;

const Names = ({ names }: { names: readonly string[] }) => (
  <ul class="granted" role="list">
    {names.map((name) => (
      <li key={name}>
        <code>{name}</code>
      </li>
    ))}
  </ul>
);

/** The granted scopes, folded, and those that were asked for but not granted. */
export function GrantedScopes({ tokens: { scopes, askedScopes } }: { tokens: TokenSet }) {
  const missing = askedScopes.filter((scope) => scopes?.includes(scope) === false);
  return (
    <details class="fold">
      <summary>
        {text.granted}
        <i />
        <span>{summaryOf(scopes, missing.length, askedScopes.length > 0)}</span>
      </summary>
      {scopes === undefined && <p class="hint">{askedScopes.length > 0 ? text.notStatedAsked : text.notStated}</p>}
      {scopes?.length === 0 && <p class="hint">{text.none}</p>}
      <Names names={scopes ?? askedScopes} />
      {missing.length > 0 && (
        <>
          <h3>{text.missing}</h3>
          <Names names={missing} />
        </>
      )}
    </details>
  );
}

function summaryOf(scopes: readonly string[] | undefined, missing: number, wereAsked: boolean): string {
  if (scopes === undefined) return text.unknown;
  if (missing > 0) return text.someMissing(scopes.length, missing);
  return wereAsked ? text.asAsked(scopes.length) : String(scopes.length);
}
