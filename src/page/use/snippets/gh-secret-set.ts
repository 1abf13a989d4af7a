import { variablesOf, type Snippet, type SnippetOptions } from './snippet.ts';

/**
 * Hands the secrets to GitHub's own command on its standard input: they stand in no history and no list of processes.
 * What the environment does not hold is asked for on the terminal, unseen; where there is none, it fails with words.
 * @see https://cli.github.com/manual/gh_secret_set
 */
export function ghSecretSetSnippet({ grant }: SnippetOptions): Snippet {
  const text = [
    "bash <<'END'",
    '# Run it in the repository whose workflow needs the secret, signed in with: gh auth login',
    'set -euo pipefail',
    'save() {',
    '  local value="$2"',
    // Again where nothing was typed: a line break that was pasted along is no answer.
    '  while [ -z "$value" ] && { : </dev/tty; } 2>/dev/null; do',
    '    read -rsp "Paste $1 (nothing is shown), then press Enter: " value </dev/tty 2>/dev/tty || break',
    '    echo >/dev/tty',
    '  done',
    '  [ -n "$value" ] || { echo "$1 is not set, and there is no terminal to ask on." >&2; exit 1; }',
    '  printf %s "$value" | gh secret set "$1"',
    '}',
    ...variablesOf(grant).map((name) => `save ${name} "\${${name}:-}"`),
    'END',
    '',
  ].join('\n');
  return { name: 'gh secret set', fileName: 'set-secrets.sh', language: 'bash', text };
}
