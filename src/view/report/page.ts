/** One HTML file that needs nothing else: its policy forbids every request. */
import { type Html, html, raw } from './html.js'

const STYLE = `
:root { color-scheme: light dark; --back: #fff; --text: #1b1f24; --soft: #59636e; --line: #d5dae0; --panel: #f5f7f9; --good: #0b6b46; --bad: #b03a00; --warn: #fff4d6; --blue: #0072b2; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14171b; --text: #e7eaee; --soft: #a3adb8; --line: #343b44; --panel: #1d2127; --good: #4cc38a; --bad: #ff9457; --warn: #3a2f10; --blue: #4ba3e3; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1.5rem 4rem; background: var(--back); color: var(--text); font: 15px/1.5 Inter, system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2.4rem 0 .7rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
p { margin: .4rem 0; max-width: 60rem; }
.soft { color: var(--soft); }
.status { font-size: .85rem; font-weight: 600; padding: .1rem .55rem; border: 1px solid currentColor; border-radius: 1rem; vertical-align: .25rem; white-space: nowrap; }
.good { color: var(--good); } .bad { color: var(--bad); }
.notice { background: var(--warn); border: 1px solid var(--line); border-left-width: 4px; border-left-color: var(--bad); border-radius: 4px; padding: .5rem .8rem; margin: .8rem 0; overflow-wrap: anywhere; }
.cards { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1.2rem 0 0; padding: 0; list-style: none; }
.cards li { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem .6rem; min-width: 9rem; }
.cards b { display: block; font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.25; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .3rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .22rem .7rem; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { font-weight: 600; } thead th { border-bottom: 2px solid var(--line); vertical-align: bottom; }
td.n, th.n { text-align: right; }
td.diagonal { font-weight: 700; background: var(--panel); box-shadow: inset 0 0 0 1px var(--soft); }
table.facts th { font-weight: 400; color: var(--soft); padding-left: 0; vertical-align: top; } table.facts td { white-space: normal; overflow-wrap: anywhere; }
figure { margin: 1.2rem 0 1.8rem; } figure svg { max-width: 100%; height: auto; display: block; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; overflow-x: auto; font: 13px/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
summary { cursor: pointer; margin: .6rem 0; }
@media print { body { max-width: none; padding: 0; } figure, table { break-inside: avoid; } details:not([open]) { display: none; } }
`

export function page(title: string, sections: readonly (Html | null)[]): string {
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
${sections}
</body>
</html>
`
  return body.html
}

export function section(title: string, ...content: readonly (Html | null)[]): Html {
  return html`<section><h2>${title}</h2>${content}</section>\n`
}

/** Names and values under each other. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): Html {
  const line = ([name, value]: readonly [string, string]) =>
    html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`
  return html`<table class="facts"><tbody>${rows.map(line)}</tbody></table>`
}

export function folded(summary: string, content: Html): Html {
  return html`<details><summary>${summary}</summary>${content}</details>`
}

export function listing(text: string): Html {
  return html`<pre>${text.trimEnd()}</pre>`
}

export function notice(text: string): Html {
  return html`<p class="notice">${text}</p>`
}

export interface Drawing {
  readonly kind: string
  readonly title: string
  readonly svg: string
}

/** Drawings that stand in one page must not share the names of their parts. The one colour too dark for a dark page changes there. */
export function figure({ kind, title, svg }: Drawing, group = 0): Html {
  const own = `${kind}-${group}-`
  const named = svg
    .replaceAll(/ id="([^"]+)"/g, ` id="${own}$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${own}$1)`)
    .replaceAll(/href="#([^"]+)"/g, `href="#${own}$1"`)
    .replaceAll('"#0072B2"', '"var(--blue)"')
    .replace('<svg ', `<svg role="img" aria-label="${html`${title}`.html}" `)
  return html`<figure id="figure-${kind}-${group}">${raw(named)}</figure>\n`
}
