/**
 * The style of the HTML and of `<refrain-listening>`. Each rule weighs one class: it wins over a page's `a {}` and `p {}`,
 * and `.mine .refrain-title {}` wins over it. A page sets `--refrain-art` (the side of the artwork), `-gap`, `-accent`,
 * `-soft`, `-line` and `-logo`, each with `--refrain` before it.
 */
export const htmlStyle = `
:where(refrain-listening){display:block;max-width:500px}
.refrain{
--soft:var(--refrain-soft,color-mix(in srgb,currentColor 72%,transparent));
margin:0;font-size:.9375rem;line-height:1.35;overflow-wrap:anywhere}
.refrain-head{display:flex;justify-content:space-between;align-items:center;gap:1rem;margin:0 0 1rem;font-weight:600}
.refrain-head :where(small){font:inherit;font-weight:400;color:var(--soft);margin-inline-start:.4em}
.refrain-mark{flex:none;padding:11px 0;margin:-11px 0;color:inherit}
.refrain-logo{display:block;fill:currentColor}
@supports (color:oklch(from red round(l,1) 0 0)){.refrain-logo{fill:var(--refrain-logo,oklch(from currentColor round(l,1) 0 0))}}
.refrain-list{display:grid;gap:var(--refrain-gap,.75rem);margin:0;padding:0;list-style:none;counter-reset:refrain}
.refrain-list > :where(li){display:flex;gap:.75rem;align-items:flex-start;margin:0;padding:0}
:where([data-list^='top/']) .refrain-list > :where(li)::before{counter-increment:refrain;content:counter(refrain) / '';flex:none;width:1.25rem;align-self:center;color:var(--soft);font-variant-numeric:tabular-nums}
.refrain-art{display:grid;place-items:center;flex:none;box-sizing:border-box;width:var(--refrain-art,48px);height:var(--refrain-art,48px);max-width:none;margin:0;object-fit:contain;border-radius:4px;background:color-mix(in srgb,currentColor 8%,transparent);box-shadow:0 0 0 1px var(--refrain-line,color-mix(in srgb,currentColor 16%,transparent))}
.refrain-art:where(:not(img))::before{content:'';width:40px;height:40px;background:currentColor;opacity:.4;clip-path:path('M20.6 11v13.2a4.3 3.3 -20 1 1 -1.4 -2.3V11z')}
.refrain-text{flex:1;display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:.75rem;align-items:baseline;align-self:center;min-width:0}
.refrain-title{grid-column:1 / -1;justify-self:start;font-weight:600;color:inherit;text-decoration:none;overflow:clip;overflow-clip-margin:.2em}
.refrain-text:where(:not(:has(.refrain-by))) .refrain-title{grid-column:1}
.refrain-title:where(a):hover,.refrain-listen:hover{text-decoration:underline;text-underline-offset:.2em}
.refrain :where(a):focus-visible{outline:2px solid var(--refrain-accent,currentColor);outline-offset:2px;border-radius:2px}
.refrain-by{color:var(--soft);font-size:.93em;overflow:clip;overflow-clip-margin:.2em}
.refrain-explicit{display:inline-grid;place-items:center;box-sizing:border-box;width:14px;height:14px;margin-inline-end:6px;border:1px solid;border-radius:3px;font:700 9px/1 system-ui,sans-serif;vertical-align:.08em}
.refrain-when{grid-column:2;color:var(--soft);font-size:.86em;white-space:nowrap;font-variant-numeric:tabular-nums}
.refrain-now{color:var(--refrain-accent,currentColor);display:inline-flex;gap:.45em;align-items:baseline}
.refrain-bars{display:inline-flex;gap:2px;align-items:flex-end;height:11px}
.refrain-bars :where(i){width:3px;height:45%;border-radius:1px;background:currentColor;transform-origin:bottom}
.refrain-progress{grid-column:1 / -1;height:3px;margin-block-start:.45rem;border-radius:2px;background:color-mix(in srgb,currentColor 14%,transparent);overflow:clip}
.refrain-progress::before{content:'';display:block;height:100%;background:var(--refrain-accent,currentColor);translate:calc(var(--refrain-from) - 100%)}
.refrain-foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1rem;margin:1rem 0 0;font-size:.8em;line-height:1.5;color:var(--soft)}
.refrain-listen{color:inherit;text-decoration:none;letter-spacing:.04em;padding-block:.3em;margin-block:-.3em}
.refrain-notice{margin:0;color:var(--soft)}
.refrain-notice :where(b){display:block;font-weight:600}
.refrain-unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:no-preference){
.refrain-bars :where(i){animation:refrain-bars .6s ease-in-out 8 alternate}
.refrain-progress::before{animation:refrain-progress var(--refrain-left) linear both}
}
.refrain-bars :where(i:nth-child(2)){height:100%;animation-delay:-.25s}
.refrain-bars :where(i:nth-child(3)){height:73%;animation-delay:-.45s}
@keyframes refrain-bars{to{transform:scaleY(.35)}}
@keyframes refrain-progress{to{translate:0}}
@media (forced-colors:active){.refrain-progress::before,.refrain-bars :where(i){background:CanvasText}.refrain-logo{fill:CanvasText}}
`;
