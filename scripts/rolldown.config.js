/**
 * The program in few files: starting it from the 600 of its modules and packages took twice as long. What has compiled
 * parts, or is loaded only for figures, stays a package of its own. `dist/NOTICES.md` holds the licences of the others. It is not
 * made small, so that a stack names functions; maps to the sources would take 28 MB of every process.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'rolldown'

const APART = /^(zeromq|vega|vega-lite|@resvg\/resvg-js|react-devtools-core)($|\/)/
// What string-width makes when it is loaded, and what is put there: together a quarter of a short command's time, for text
// that is hardly ever measured by it.
const LATE = {
  'const segmenter = new Intl.Segmenter();':
    'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
  'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;':
    'let emoji; const rgiEmojiRegex = { test: (text) => (emoji ??= new RegExp("^\\\\p{RGI_Emoji}$", "v")).test(text) };',
}
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/

export default defineConfig({
  input: { main: 'src/start.ts' },
  platform: 'node',
  external: APART,
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  // Parts of an earlier build stay: a run that goes on may still load one. Not so the program itself, which it has loaded.
  output: { dir: 'dist', format: 'esm', chunkFileNames: '[name]-[hash].js' },
  plugins: [
    {
      name: 'late',
      transform: {
        filter: { id: /\/string-width\/index\.js$/ },
        handler(code) {
          return Object.entries(LATE).reduce((text, [eager, late]) => {
            if (!text.includes(eager)) this.error(`string-width no longer has \`${eager}\``)
            return text.replace(eager, () => late)
          }, code)
        },
      },
    },
    {
      name: 'notices',
      generateBundle(_, chunks) {
        const modules = Object.values(chunks).flatMap((chunk) => chunk.moduleIds ?? [])
        const packages = new Set(modules.map((id) => PACKAGE.exec(id)?.[0]).filter(Boolean))
        const source = [...packages].sort().map(noticeOf).join('\n')
        this.emitFile({ type: 'asset', fileName: 'NOTICES.md', source })
      },
      writeBundle({ dir }, chunks) {
        for (const name of readdirSync(dir))
          if (/^main-.*\.js$/.test(name) && !(name in chunks)) rmSync(join(dir, name))
      },
    },
  ],
})

/** Name, version and licence of a bundled package, in its own words. */
function noticeOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { name, version, license, repository } = manifest
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one))
  const words = file
    ? readFileSync(join(folder, file), 'utf8').trim()
    : `The package names its licence and holds no text of it: ${repository?.url ?? repository}`
  return `## ${name} ${version} (${license})\n\n${words}\n`
}
