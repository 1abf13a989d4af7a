import { exampleCallFor } from './call.ts';
import { shellLines } from './shell.ts';
import { tokenVariable, variablesOf, type Snippet, type SnippetOptions } from './snippet.ts';

/**
 * A whole workflow, of run steps alone: nothing to pin, and no other person's code sees the token.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubActionsSnippet(options: SnippetOptions): Snippet {
  const call = exampleCallFor(options);
  const fileName = `.github/workflows/${call.slug}.yml`;
  const refresh = tokenVariable[options.grant] !== undefined;
  const lines = shellLines(options, {
    say: 'echo "::error::${1//%/%25}"',
    setIt: () => 'Add it under Settings, Secrets and variables, Actions.',
    onAccessToken: ['echo "::add-mask::$access_token"'],
    onNewToken: [
      'echo "::add-mask::$new_token"',
      `[ -n "\${GH_TOKEN:-}" ] || fail 'Spotify sent a new refresh token, and this workflow may not save it. Sign in again, and add the secret SECRETS_TOKEN described above.'`,
      'printf %s "$new_token" | gh secret set SPOTIFY_REFRESH_TOKEN --repo "$GITHUB_REPOSITORY"',
    ],
    onReply: [`printf '%s\\n' "$reply" | tee ${call.slug}.json`],
  });
  const secret = (name: string, from = name) => `          ${name}: \${{ secrets.${from} }}`;
  const text = [
    `# Save as ${fileName}. Needs the repository secret${variablesOf(options.grant).length > 1 ? 's' : ''} ${variablesOf(options.grant).join(' and ')}.`,
    ...(refresh
      ? [
          '# Only where Spotify replaces refresh tokens: also SECRETS_TOKEN, a fine-grained GitHub token for this',
          '# repository with "Secrets: read and write", so that the new one is saved.',
        ]
      : []),
    `name: Ask Spotify for ${call.what}`,
    'on:',
    '  # Every hour; GitHub may start it late, and stops it in a public repository where nothing happens for 60 days.',
    '  schedule:',
    "    - cron: '17 * * * *'",
    '  workflow_dispatch:',
    'permissions: {}',
    `concurrency: ${call.slug} # two refreshes at once could lose a token that is being replaced`,
    'jobs:',
    '  ask:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 5',
    '    steps:',
    `      - name: Ask for ${call.what}`,
    '        shell: bash',
    '        env:',
    ...variablesOf(options.grant).map((name) => secret(name)),
    ...(refresh ? [secret('GH_TOKEN', 'SECRETS_TOKEN')] : []),
    '        run: |',
    ...lines.map((line) => (line === '' ? '' : `          ${line}`)),
    `      # ${call.slug}.json holds the answer now: add the steps that use it here.`,
    '',
  ].join('\n');
  return { name: 'GitHub Actions', fileName, language: 'yaml', text };
}
