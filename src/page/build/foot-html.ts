/** What the foot of the page reads from package.json. Each field may be missing. */
export interface PackageFacts {
  readonly version?: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
  readonly bugs?: string | { readonly url?: string };
}

/** The words of the foot's links. */
export interface FootText {
  readonly revoke: string;
  readonly docs: string;
  readonly source: string;
  readonly report: string;
  readonly newTab: string;
}

/**
 * The links of the foot as list items. A link whose field is missing in package.json is left out.
 * @see https://docs.npmjs.com/cli/configuring-npm/package-json#repository the short forms of `repository`
 */
export function footToHtml(facts: PackageFacts, text: FootText): string {
  const link = (address: string | undefined, label: string, className = '') =>
    address === undefined
      ? ''
      : `<li${className}><a href="${escapeAttribute(address)}" target="_blank" rel="noreferrer">${label}<span class="vh"> ${text.newTab}</span></a></li>`;
  const version = facts.version ? `<li><span class="ltr">v${facts.version}</span></li>` : '';
  return [
    // There is nothing to revoke in practice.
    link('https://www.spotify.com/account/apps/', text.revoke, ' class="for-spotify"'),
    link(webAddress(facts.homepage), text.docs),
    link(webAddress(urlOf(facts.repository)), text.source),
    link(webAddress(urlOf(facts.bugs)) ?? issuesOf(webAddress(urlOf(facts.repository))), text.report),
    version,
  ].join('');
}

const urlOf = (field: PackageFacts['repository']) => (typeof field === 'string' ? field : field?.url);

/** The address of a repository's issues; undefined if the host is not known. */
function issuesOf(repository = ''): string | undefined {
  if (repository.startsWith('https://gitlab.com/')) return `${repository}/-/issues`;
  return /^https:\/\/(github\.com|bitbucket\.org)\//.test(repository) ? `${repository}/issues` : undefined;
}

const hosts: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
};

/** The https address that a field of package.json means: `git+https:`, `git@host:`, `github:user/name`, `user/name`. */
function webAddress(field: string | undefined): string | undefined {
  if (!field) return undefined;
  const [, host = 'github', path] = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/.exec(field) ?? [];
  if (path !== undefined) return `https://${hosts[host]}/${path}`;
  const address = field
    .replace(/^git\+/, '')
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/^(?:git|http):/, 'https:')
    .replace(/\.git$/, '');
  return /^https:\/\/[^\s/]/.test(address) ? address : undefined;
}

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
