import type { TokenSet } from '../../../grants/token-set.ts';

const Names = ({ names }: { names: readonly string[] }) => (
  <ul class="granted" role="list">
    {names.map((name) => (
      <li key={name}>
        <code>{name}</code>
      </li>
    ))}
  </ul>
);

/** What was granted beside what was asked. */
export function GrantedScopes({ tokens }: { tokens: TokenSet }) {
  const { scopes, askedScopes } = tokens;
  if (scopes === undefined) {
    return (
      <>
        <h3>Granted scopes</h3>
        <p class="hint">
          {askedScopes.length > 0 ? 'Spotify’s answer does not say. Asked for were:' : 'Spotify’s answer does not say.'}
        </p>
        <Names names={askedScopes} />
      </>
    );
  }
  const missing = askedScopes.filter((scope) => !scopes.includes(scope));
  return (
    <>
      <h3>Granted scopes</h3>
      {scopes.length === 0 && <p class="hint">None: this token reads what is public.</p>}
      <Names names={scopes} />
      {missing.length > 0 && (
        <>
          <h3>Asked for, not granted</h3>
          <Names names={missing} />
        </>
      )}
      {missing.length === 0 && askedScopes.length > 0 && <p class="hint">All that were asked for.</p>}
    </>
  );
}
