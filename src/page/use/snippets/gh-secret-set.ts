import { variablesOf, type Snippet, type SnippetOptions } from './snippet.ts';

/**
 * Passes the secrets to GitHub's own command on its standard input, so that they are in no history and in no list of
 * processes. It asks on the terminal for what is not in the environment, and fails with a message if there is no terminal.
 * @see https://cli.github.com/manual/gh_secret_set
 */
export function ghSecretSetSnippet({ grant }: SnippetOptions): Snippet {
  const text = [
    "bash <<'END'",
    '# Run this in the repository of the workflow, after: gh auth login',
    'set -euo pipefail',
    'save() {',
    '  local value="$2"',
    // Ask again after an empty line: a pasted text may end with a line break.
    '  while [ -z "$value" ] && { : </dev/tty; } 2>/dev/null; do',
    '    read -rsp "Paste $1 (nothing is shown), then press Enter: " value </dev/tty 2>/dev/tty || break',
    '    echo >/dev/tty',
    '  done',
    '  [ -n "$value" ] || { echo "$1 is not set, and there is no terminal to ask for it." >&2; exit 1; }',
    '  printf %s "$value" | gh secret set "$1"',
    '}',
    ...variablesOf(grant).map((name) => `save ${name} "\${${name}:-}"`),
    'END',
    '',
  ].join('\n');
  return { name: 'gh secret set', fileName: 'set-secrets.sh', language: 'bash', text };
}
