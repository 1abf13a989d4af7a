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

/** The granted scopes, and those that were asked for but not granted. */
export function GrantedScopes({ tokens }: { tokens: TokenSet }) {
  const { scopes, askedScopes } = tokens;
  if (scopes === undefined) {
    return (
      <>
        <h3>{text.granted}</h3>
        <p class="hint">{askedScopes.length > 0 ? text.notStatedAsked : text.notStated}</p>
        <Names names={askedScopes} />
      </>
    );
  }
  const missing = askedScopes.filter((scope) => !scopes.includes(scope));
  return (
    <>
      <h3>{text.granted}</h3>
      {scopes.length === 0 && <p class="hint">{text.none}</p>}
      <Names names={scopes} />
      {missing.length > 0 && (
        <>
          <h3>{text.missing}</h3>
          <Names names={missing} />
        </>
      )}
      {missing.length === 0 && askedScopes.length > 0 && <p class="hint">{text.all}</p>}
    </>
  );
}
