/** The style of the index beside the page’s own, which it shares. */
export const indexStyle = `
.whose{display:flex;flex-wrap:wrap;gap:8px 32px;align-items:center;justify-content:space-between;margin:-32px 0 40px;padding:8px 0;border-bottom:1px solid var(--ink)}
.whose code{background:var(--field);border:1px solid var(--rule);padding:3px 8px;border-radius:2px;white-space:nowrap}
.title{text-align:center;padding-bottom:32px}
.title .said{font:clamp(36px,5vw,56px)/1.1 var(--serif);margin-top:20px;word-spacing:-.08em}
.title .promise{color:var(--soft);margin:8px auto 0;max-width:600px;text-wrap:balance}
.score{list-style:none;margin:0;padding:0}
.score>li{padding-bottom:56px}
.bars{display:flex;flex-wrap:wrap;margin:12px -16px 0;clip-path:inset(0 0 0 2px)}
.bars a{position:relative;padding:10px 16px;text-decoration:none}
.bars a::before{content:"";position:absolute;left:0;top:12px;height:20px;border-left:1px solid var(--ink)}
.bars [aria-current]{font-weight:600}
.bars [aria-current]::after{content:"";position:absolute;left:16px;right:16px;bottom:6px;height:3px;background:var(--ink)}
.two-up{display:grid;gap:32px 64px;margin-top:20px}
.two-up>*{min-width:0}
.cards{gap:16px}
.ground{padding:24px;display:grid;align-items:start;justify-items:center;border-radius:2px}
.ground img{display:block;max-width:100%;height:auto;border-radius:8px}
.day{background:#fff;box-shadow:inset 0 0 0 1px #d1d9e0}
.night{background:#0d1117;box-shadow:inset 0 0 0 1px #3d444d}
figure{margin:0}
figcaption,.look .hint{margin-top:8px}
h3+figure,h2+form{margin-top:16px}
.look label,.look .label{display:block;font-weight:600}
.look select{display:block;width:100%;height:48px;margin-top:8px;padding:0 12px;border:1px solid var(--edge);border-radius:2px;background:var(--field);color:inherit;font:inherit}
.look input{margin-top:8px}
.sizes{display:grid;grid-template-columns:repeat(auto-fit,minmax(96px,1fr));gap:16px}
.snippet{white-space:pre;min-height:200px;margin:12px 0 0;padding:16px;overflow:auto;background:var(--field);border:1px solid var(--rule);border-radius:2px;font:13px/22px var(--mono)}
.in pre code{border:0;padding:0;background:none;overflow-wrap:normal}
.answer{max-height:440px;overflow:auto;margin-top:12px;padding:16px;background:var(--field);border:1px solid var(--rule);border-radius:2px}
.answer pre{margin:0;padding:0;border:0;overflow:visible;white-space:pre;font:12px/19px var(--mono)}
.answer iframe{display:block;width:100%;height:400px;border:0}
refrain-listening{--refrain-accent:var(--accent)}
.row{display:flex;flex-wrap:wrap;gap:12px;align-items:center;margin-top:20px}
.row p{flex:1 1 200px}
.facts{margin:8px 0 0;padding:0;list-style:none}
.facts li{display:flex;gap:12px;align-items:baseline;line-height:32px}
.facts b{flex:none}
.facts i{flex:1;min-width:16px;border-bottom:2px dotted var(--edge);opacity:.6}
@media(min-width:720px){.cards{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media(min-width:960px){.two-up{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media(max-width:719px){.ground{padding:12px}.sizes{grid-template-columns:1fr}}
`;

/** The repeat sign of the page’s own icon. */
export const indexIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#b8361a" ' +
  'd="M1 1h4v14H1zM7 1h1.5v14H7zM10.5 4h3v3h-3zM10.5 9h3v3h-3z"/></svg>\n';
