import { exampleCallFor } from './call.ts';
import { shellLines } from './shell.ts';
import { tokenVariable, variablesOf, type Snippet, type SnippetOptions } from './snippet.ts';

/**
 * A complete workflow with run steps only: there is no action to pin, and no other code sees the token.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubActionsSnippet(options: SnippetOptions): Snippet {
  const call = exampleCallFor(options);
  const fileName = `.github/workflows/${call.slug}.yml`;
  const refresh = tokenVariable[options.grant] !== undefined;
  const lines = shellLines(options, {
    report: 'echo "::error::${1//%/%25}"',
    howToSet: () => 'Add it in Settings > Secrets and variables > Actions.',
    onAccessToken: ['echo "::add-mask::$access_token"'],
    onNewToken: [
      'echo "::add-mask::$new_token"',
      `[ -n "\${GH_TOKEN:-}" ] || fail 'Spotify sent a new refresh token, but this workflow is not allowed to save it. Sign in again, and add the secret SECRETS_TOKEN as described above.'`,
      'printf %s "$new_token" | gh secret set SPOTIFY_REFRESH_TOKEN --repo "$GITHUB_REPOSITORY"',
    ],
    onReply: [`printf '%s\\n' "$reply" | tee ${call.slug}.json`],
  });
  const secret = (name: string, from = name) => `          ${name}: \${{ secrets.${from} }}`;
  const text = [
    `# Save as ${fileName}. Needs the repository secret${variablesOf(options.grant).length > 1 ? 's' : ''} ${variablesOf(options.grant).join(' and ')}.`,
    ...(refresh
      ? [
          '# If Spotify replaces your refresh tokens, add SECRETS_TOKEN too: a fine-grained GitHub token for this',
          '# repository with "Secrets: read and write". The workflow uses it to save the new token.',
        ]
      : []),
    `name: Ask Spotify for ${call.what}`,
    'on:',
    '  # Every hour. GitHub may start it late, and disables it after 60 days without activity in a public repository.',
    '  schedule:',
    "    - cron: '17 * * * *'",
    '  workflow_dispatch:',
    'permissions: {}',
    `concurrency: ${call.slug} # two refreshes at the same time could lose a new token`,
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
    `      # The answer is in ${call.slug}.json. Add steps that use it here.`,
    '',
  ].join('\n');
  return { name: 'GitHub Actions', fileName, language: 'yaml', text };
}
