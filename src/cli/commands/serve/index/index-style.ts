/** The styles that only the index has. It also uses those of the page. */
export const indexStyle = `
.whose{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:center;justify-content:space-between;margin-block:-1.25rem 1.25rem;padding-block:.5rem;border-block-end:1px solid var(--ink)}
.whose code{background:var(--field);border:1px solid var(--rule);padding:.125rem .5rem;border-radius:2px;white-space:nowrap}
.proof{max-inline-size:44rem}
.score{margin-block-start:2rem}
.score>li{padding-block-end:2.5rem}
.in>.bars,section>.bars{margin-block-start:.5rem}
.bars a{text-decoration:none}
.bars [aria-current]{font-weight:600}
.bars [aria-current]::after{content:"";position:absolute;inset-inline:.875rem;inset-block-end:.375rem;block-size:3px;background:var(--ink)}
.two-up{display:grid;gap:2rem 4rem;margin-block-start:1.25rem}
.two-up>*{min-inline-size:0}
.cards{gap:1rem}
.ground{padding:1.5rem;display:grid;align-items:start;justify-items:center;border-radius:2px}
.ground img{display:block;max-inline-size:100%;block-size:auto;border-radius:8px}
.day{background:#fff;box-shadow:inset 0 0 0 1px #d1d9e0}
.night{background:#0d1117;box-shadow:inset 0 0 0 1px #3d444d}
figcaption,.look .hint{margin-block-start:.5rem}
h3+figure,h2+form{margin-block-start:1rem}
.look select{display:block;inline-size:100%;block-size:3rem;margin-block-start:.25rem;padding-inline:.75rem;border:1px solid var(--edge);border-radius:2px;background:var(--field);color:inherit;font:inherit;font-weight:400}
.look input{margin-block-start:.25rem}
.sizes{display:grid;grid-template-columns:repeat(auto-fit,minmax(6rem,1fr));gap:1rem;align-items:end}
.snippet{min-block-size:12.5rem;margin-block-start:.75rem}
.answer{max-block-size:31rem;overflow:auto;margin-block-start:.75rem;padding:1rem;background:var(--field);border:1px solid var(--rule);border-radius:2px}
.answer pre{padding:0;border:0;overflow:visible;font-size:.75rem;line-height:1.1875rem}
.answer iframe{display:block;inline-size:100%;block-size:25rem;border:0}
refrain-listening{--refrain-accent:var(--accent)}
.row p{flex:1 1 12.5rem}
.facts{margin-block-start:.5rem}
.facts li{display:flex;gap:.75rem;align-items:baseline;line-height:2rem}
.facts b{flex:none}
.facts i{flex:1;min-inline-size:1rem;border-block-end:2px dotted var(--edge);opacity:.6}
.foot{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:.5rem 2rem;align-items:start}
@media(min-width:45em){.cards{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media(min-width:60em){.score{--s:.75rem}.two-up{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media(max-width:45em){.ground{padding:.75rem}.sizes{grid-template-columns:repeat(2,minmax(0,1fr))}}
`;

/** The repeat sign of the page’s own icon. */
export const indexIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#b8361a" ' +
  'd="M1 1h4v14H1zM7 1h1.5v14H7zM10.5 4h3v3h-3zM10.5 9h3v3h-3z"/></svg>\n';
