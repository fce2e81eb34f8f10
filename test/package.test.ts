/** What would be published: its facts agree, and it installs into an empty folder and runs there. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json'))
const licences = read('LICENCES.md')

/** A licence that lets anybody use and pass on what depends on it. */
const FREE =
  /^\(?(MIT|ISC|BSD-3-Clause|BSD-2-Clause|0BSD|Apache-2\.0|MPL-2\.0|OFL-1\.1|CC0-1\.0|Unlicense)\)?$/

describe('the packages', () => {
  it('have one version, with an entry in the changelog', () => {
    const lock = JSON.parse(read('package-lock.json'))
    expect([lock.version, lock.packages[''].version]).toEqual([manifest.version, manifest.version])
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${manifest.version}\\b`, 'm'))
    expect(read('python/pyproject.toml')).toContain('dynamic = ["version"]')
  })

  it('depend on nothing whose licence is not named, or not free', () => {
    for (const name of Object.keys(manifest.dependencies)) {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`))
      expect(licences).toContain(`| ${name} | ${license} |`)
    }
    const [, python] = /dependencies = \[([^\]]*)\]/.exec(read('python/pyproject.toml'))!
    for (const [, name] of python!.matchAll(/"([\w-]+)[>=]/g))
      expect(licences).toContain(`| ${name} |`)
    const { packages } = JSON.parse(read('package-lock.json'))
    for (const [path, one] of Object.entries<{ dev?: boolean; license?: string }>(packages)) {
      if (path === '' || one.dev) continue
      for (const part of (one.license ?? 'none').split(/ (?:AND|OR) /))
        expect(FREE.test(part), `${path}: ${one.license}`).toBe(true)
    }
  })

  it('bundle nothing whose licence is not told, or not free', () => {
    const bundled = [...read('dist/NOTICES.md').matchAll(/^## (\S+) \S+ \((.+)\)$/gm)]
    expect(bundled.length).toBeGreaterThan(40)
    for (const [, name, licence] of bundled) {
      expect(FREE.test(licence!), `${name}: ${licence}`).toBe(true)
      if (name! in manifest.devDependencies) expect(licences).toContain(`| ${name} | ${licence} |`)
    }
    const parts = readdirSync(join(root, 'dist')).filter((name) =>
      /^(main|launch).*\.js$/.test(name),
    )
    const program = parts.filter((name) => name.startsWith('main'))
    expect(program).toHaveLength(2)
    const textOf = (names: readonly string[]) =>
      names.map((name) => read(`dist/${name}`)).join('\n')
    expect(textOf(program)).not.toMatch(/from "zeromq"/) // most commands need no socket
    const all = textOf(parts)
    expect(all).toMatch(/from "zeromq"/)
    const apart = [...all.matchAll(/(?:^import .*|import\()"([@\w][@\w/-]*)"/gm)].map(
      ([, from]) => from!,
    )
    const names = apart.map((from) => /^(?:@[^/]+\/)?[^/]+/.exec(from)![0])
    const wanted = names.filter((name) => !name.startsWith('node:'))
    expect(Object.keys(manifest.dependencies)).toEqual(expect.arrayContaining(wanted))
  })

  it('hold every file that the README and the documents link to', () => {
    const [{ files }] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: root,
        encoding: 'utf8',
      }),
    )
    const packed = files.map(({ path }: { path: string }) => path)
    const documents = packed.filter((path: string) => path.endsWith('.md'))
    expect(documents).toContain('docs/architecture.md')
    for (const document of documents)
      for (const [, link] of read(document).matchAll(/\]\(([^)#:]+)\)/g)) {
        const path = join(dirname(document), link!)
        const isPacked = packed.some((one: string) => one === path || one.startsWith(`${path}/`))
        expect(isPacked, `${document} links to ${path}`).toBe(true)
      }
  })

  it('ask for what the lock of the worker pins', () => {
    const pins = new Map(
      [...read('python/requirements.lock').matchAll(/^([\w-]+)==(\d+)/gm)].map(
        ([, name, major]) => [name!.toLowerCase(), Number(major)],
      ),
    )
    for (const [, name, range] of read('python/pyproject.toml').matchAll(
      /^ {2}"([\w-]+)(>=[^"]*)"/gm,
    )) {
      const [, least, below] = /^>=(\d+)[^,]*(?:,<(\d+))?$/.exec(range!)!
      const pinned = pins.get(name!.toLowerCase())
      expect(pinned, name).toBeGreaterThanOrEqual(Number(least))
      expect(pinned, name).toBeLessThan(Number(below ?? Number.POSITIVE_INFINITY))
    }
  })
})

const run = (cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: '', ...env }, // what is installed, not the checkout
  })

// Installs 150 MB from the registry and trains for a minute.
describe.runIf(process.env['ZSCL_SLOW'])('installed into an empty folder', () => {
  it('they run the demo', () => {
    const out = mkdtempSync(join(tmpdir(), 'zscl-pack-'))
    run(root, join(root, 'scripts/pack'), [out])
    const [tarball, wheel] = ['.tgz', '.whl'].map(
      (end) => readdirSync(out).find((name) => name.endsWith(end))!,
    )
    const listed = run(out, 'tar', ['tzf', tarball!])
    expect(listed).toContain('package/src/config/recipes/zscl.yaml')
    expect(listed).not.toMatch(/test|__pycache__|\.ts$/m)

    const folder = join(out, 'empty')
    mkdirSync(folder)
    const python = join(folder, 'env/bin/python')
    run(folder, 'npm', [
      'install',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      join(out, tarball!),
    ])
    run(folder, join(root, '.venv/bin/python'), ['-m', 'venv', 'env'])
    // What the wheel depends on is borrowed from the checkout: it is a gigabyte.
    const site = (where: string) =>
      run(folder, where, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))']).trim()
    writeFileSync(join(site(python), 'borrowed.pth'), `${site(join(root, '.venv/bin/python'))}\n`)
    run(folder, python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-deps',
      '--no-index',
      join(out, wheel!),
    ])
    expect(
      run(folder, python, ['-c', 'import zscl_worker; print(zscl_worker.__file__)']),
    ).toContain(folder)

    const env = { VIRTUAL_ENV: join(folder, 'env'), ZSCL_PYTHON: '' }
    const zscl = (...words: string[]) =>
      run(folder, join(folder, 'node_modules/.bin/zscl'), words, env)
    expect(zscl('--version')).toBe(`${manifest.version}\n`)
    expect(zscl('doctor')).toContain(python)
    expect(zscl('demo', '--experiment', 'mini-short', '--plain')).toMatch(/zscl +\d+\.\d/)
    expect(existsSync(join(folder, 'runs/demo-zscl/model/open_clip_model.safetensors'))).toBe(true)
  }, 600_000)
})
