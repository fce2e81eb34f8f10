/** Runs what belongs to changed files: generator, formatter, types, build, and the tests that reach them. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Editors write a file in several steps. */
const SETTLED_MS = 300
const SLOW = ['test/cli/**', 'test/bridge/**', 'test/slurm/**']
const PYTHON = ['--config', 'python/pyproject.toml']

export interface Command {
  readonly title: string
  readonly words: readonly string[]
}

/**
 * What to run for changed files, in order.
 * @param files relative to the project
 * @param pythonTests the text of every file of test/python, by its path
 */
export function commandsFor(
  files: readonly string[],
  pythonTests: ReadonlyMap<string, string>,
): Command[] {
  const of = (pattern: RegExp) => files.filter((file) => pattern.test(file))
  const scripts = of(/^(src|test|bench|scripts)\/.*\.tsx?$/)
  const python = of(/^(python|test\/python|bench)\/.*\.py$/).filter(
    (file) => !file.includes('/generated/'),
  )
  const tests = testsOf(python, pythonTests)
  const tested = of(/^(src|test)\/.*\.(tsx?|yaml|json)$/)
  return [
    ...when(of(/^proto\//), 'generate', () => ['scripts/generate']),
    ...when(scripts, 'format', () => ['biome', 'check', '--write', ...scripts]),
    ...when(scripts, 'types', () => ['tsc', '--noEmit']),
    ...when(of(/^src\//), 'build', () => ['npm', 'run', 'build', '--silent']),
    ...when(tested, 'tests', () => [
      ...['vitest', 'related', '--run', '--passWithNoTests', ...tested],
      ...SLOW.flatMap((pattern) => ['--exclude', pattern]),
    ]),
    ...when(python, 'format of Python', () => ['ruff', 'format', ...PYTHON, ...python]),
    ...when(python, 'lint of Python', () => ['ruff', 'check', ...PYTHON, ...python]),
    ...when(tests, 'tests of Python', () => [
      ...[
        'python',
        '-m',
        'pytest',
        '-q',
        '-c',
        'python/pyproject.toml',
        '--rootdir',
        '.',
        ...tests,
      ],
    ]),
  ]
}

function when(files: readonly string[], title: string, words: () => string[]): Command[] {
  return files.length === 0 ? [] : [{ title, words: words() }]
}

/** Tests that changed, and those that import a module that did. */
function testsOf(python: readonly string[], tests: ReadonlyMap<string, string>): string[] {
  const modules = python
    .filter((file) => file.startsWith('python/'))
    .map((file) => file.replace(/^python\//, '').replace(/(\/__init__)?\.py$/, ''))
    .map((path) => path.replaceAll('/', '.'))
  const imports = modules.map((module) => {
    const [last, ...rest] = module.split('.').reverse()
    const from = rest.reverse().join('\\.')
    return new RegExp(
      `from ${module.replaceAll('.', '\\.')} import|from ${from} import [^#]*\\b${last}\\b`,
    )
  })
  const reached = [...tests].filter(([, text]) => imports.some((pattern) => pattern.test(text)))
  const own = python.filter((file) => tests.has(file) && basename(file).startsWith('test_'))
  const found = [...own, ...reached.map(([file]) => file)]
  return [...new Set(found)].filter((file) => basename(file).startsWith('test_')).sort()
}

function pythonTests(): Map<string, string> {
  const files = readdirSync(join(root, 'test/python')).filter((name) => name.endsWith('.py'))
  return new Map(
    files.map((name) => [
      `test/python/${name}`,
      readFileSync(join(root, 'test/python', name), 'utf8'),
    ]),
  )
}

/** @returns whether all of it went well; the first that does not ends it */
function run(files: readonly string[]): boolean {
  const commands = commandsFor(
    files.filter((file) => existsSync(join(root, file)) || file.startsWith('proto/')),
    pythonTests(),
  )
  for (const { title, words } of commands) {
    process.stdout.write(`\n== ${title}\n`)
    const [program, ...args] = words
    const { status } = spawnSync(program!, args, { cwd: root, stdio: 'inherit' })
    if (status !== 0) {
      process.stdout.write(`\n${title} failed.\n`)
      return false
    }
  }
  process.stdout.write(commands.length === 0 ? 'Nothing to do.\n' : '\nAll well.\n')
  return true
}

function differing(): string[] {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
  return [
    ...git('diff', '--name-only', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]
}

function watchForever(): void {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  for (const folder of ['src', 'test', 'python', 'proto', 'bench', 'scripts'])
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (name === null || /(^|\/)(generated|__pycache__)\/|\.pyc$|~$|\.swp$/.test(name)) return
      changed.add(join(folder, name))
      clearTimeout(timer)
      timer = setTimeout(() => {
        const files = [...changed]
        changed.clear()
        run(files)
        process.stdout.write('Waiting for changes …\n')
      }, SETTLED_MS)
    })
  process.stdout.write('Waiting for changes …\n')
}

function installHook(): void {
  const folder = execFileSync('git', ['rev-parse', '--git-path', 'hooks'], {
    cwd: root,
    encoding: 'utf8',
  }).trim()
  const file = join(root, folder, 'pre-commit')
  if (existsSync(file) && !readFileSync(file, 'utf8').includes('scripts/dev'))
    throw new Error(`${file} is there already. Add to it: scripts/dev --once`)
  writeFileSync(file, '#!/bin/sh\nexec scripts/dev --once\n', { mode: 0o755 })
  process.stdout.write(
    `${file}: scripts/dev --once before every commit; remove the file to end it.\n`,
  )
}

function main([option, ...files]: readonly string[]): void {
  if (option === '--once') process.exitCode = run(files.length > 0 ? files : differing()) ? 0 : 1
  else if (option === '--install-hook') installHook()
  else if (option === undefined) {
    run(differing())
    watchForever()
  } else {
    process.stderr.write(`dev: unknown option \`${option}\`; expected --once or --install-hook.\n`)
    process.exitCode = 2
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
