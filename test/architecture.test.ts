/** The layers of the README as tests: who may import whom, and where outside things may be used. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')

interface Import {
  readonly from: string
  readonly to: string
  readonly isType: boolean
  /** Within src, not from a package. */
  readonly isInner: boolean
}

function filesUnder(folder: string, extension: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extension.test(name) && !name.includes('generated'))
    .map((name) => join(folder, name))
}

const imports: Import[] = filesUnder(src, /\.tsx?$/).flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gms,
  )
  const dynamic = [...text.matchAll(/import\(['"]([^'"]+)['"]\)/g)].map((match) => ({
    isType: false,
    to: match[1]!,
  }))
  return [
    ...[...found].map((match) => ({ isType: match[1] !== undefined, to: match[2]! })),
    ...dynamic,
  ].map(({ isType, to }) => ({
    from: relative(src, file),
    to: to.startsWith('.') ? relative(src, resolve(dirname(file), to)) : to,
    isType,
    isInner: to.startsWith('.'),
  }))
})

/** The room of a file: its first folder, `main` for main.ts. */
const room = (path: string) =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.[jt]s$/, '')

// `bridge types` = only its interface file, worker.ts.
const allowed: Record<string, readonly string[]> = {
  config: [],
  plan: ['config'],
  engine: ['config', 'plan', 'bridge/worker.js', 'journal', 'metrics'],
  journal: ['metrics', 'types of plan', 'types of bridge/worker.js'],
  metrics: [],
  view: ['journal', 'metrics', 'types of bridge/worker.js', 'types of plan'],
  sweep: ['config', 'plan', 'engine', 'journal'],
  cluster: ['config', 'journal'],
  paper: ['config', 'journal', 'metrics'],
  needs: ['config', 'plan', 'paper'],
  bridge: ['types of plan'],
  cli: [
    'config',
    'plan',
    'engine',
    'bridge',
    'journal',
    'metrics',
    'view',
    'sweep',
    'cluster',
    'paper',
    'needs',
  ],
  main: [
    'config',
    'plan',
    'engine',
    'bridge',
    'journal',
    'metrics',
    'view',
    'sweep',
    'cluster',
    'paper',
    'needs',
    'cli',
  ],
  start: ['main'],
}

function isAllowed({ from, to, isType }: Import): boolean {
  const [source, target] = [room(from), room(to)]
  if (source === target) return true
  const rules = [...(allowed[source] ?? []), ...(from.startsWith('view/report/') ? ['paper'] : [])]
  if (rules.includes(target) || rules.includes(to)) return true
  return isType && (rules.includes(`types of ${target}`) || rules.includes(`types of ${to}`))
}

/** Every cycle of a graph that is given as pairs of from and to. */
function cyclesOf(pairs: readonly (readonly [string, string])[]): string[] {
  const next = Map.groupBy(pairs, ([from]) => from)
  const cycles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    else if (!done.has(file)) {
      for (const [, to] of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
  }
  for (const file of next.keys()) visit(file, [])
  return cycles
}

describe('the layers', () => {
  it('are imported one way only', () => {
    const inner = imports.filter(({ isInner }) => isInner)
    expect(inner.length).toBeGreaterThan(50)
    expect(
      inner.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} -> ${to}`),
    ).toEqual([])
  })

  it('have no cycles of imports, those of types among them', () => {
    const pairs = imports
      .filter(({ to }) => to.endsWith('.js'))
      .flatMap(({ from, to }) =>
        ['.ts', '.tsx'].map((ending) => [from, to.replace(/\.js$/, ending)] as const),
      )
    expect(cyclesOf(pairs)).toEqual([])
  })

  it.each([
    [['zeromq', 'protobufjs'], ['bridge']],
    // TensorBoard's files are protobuf messages, too.
    [['protobufjs/minimal.js'], ['bridge', 'view/tensorboard']],
    [['ink', 'react'], ['view/terminal']],
    [
      ['execa', 'node:child_process', 'child_process'],
      ['bridge', 'sweep', 'cluster/slurm'],
    ],
    [['commander'], ['cli']],
    [['vega', 'vega-lite', '@resvg/resvg-js'], ['view/report']],
  ])('confine %j to %j', (packages, rooms) => {
    const outside = imports.filter(
      ({ from, to }) =>
        packages.includes(to) &&
        !rooms.some((name) => from.startsWith(`${name}/`) || from === `${name}.ts`),
    )
    expect(outside).toEqual([])
  })

  it('read argv and the environment only in main.ts, and where the program begins', () => {
    // Ink reads the process's environment itself, so cli/shared/views.ts hands it over to be settled.
    const readers = filesUnder(src, /\.tsx?$/).filter((file) =>
      /process\.(argv|env)\b/.test(readFileSync(file, 'utf8')),
    )
    expect(readers.map((file) => relative(src, file)).sort()).toEqual([
      'cli/shared/views.ts',
      'main.ts',
      'start.ts',
    ])
  })
})

describe('the Python side', () => {
  const modules = filesUnder(join(root, 'python'), /\.py$/)
  const importing = (pattern: RegExp) =>
    modules
      .filter((file) => pattern.test(readFileSync(file, 'utf8')))
      .map((file) => relative(join(root, 'python'), file))

  it('has the method know nothing of the worker, of sockets and of messages', () => {
    const inner = importing(/^\s*(from|import) (zscl_worker|zmq|google\.protobuf)\b/m)
    expect(inner.filter((file) => file.startsWith('zscl/'))).toEqual([])
  })

  it('has the worker know nothing of tensors', () => {
    expect(
      importing(/^\s*(from|import) (torch|open_clip|numpy)\b/m).filter((file) =>
        file.startsWith('zscl_worker/'),
      ),
    ).toEqual([])
  })

  const below: Record<string, readonly string[]> = {
    door: ['door'], // what stands on nothing but torch: commands, device, cache, digest, …
    mini: ['door', 'mini'],
    model: ['door', 'mini', 'model'],
    data: ['door', 'mini', 'data'],
    downloads: ['door', 'downloads'],
    references: ['door', 'model', 'data', 'references'],
    training: ['door', 'model', 'data', 'references', 'training'],
    top: ['door', 'model', 'data', 'references', 'training', 'top'],
  }
  const zscl = join(root, 'python/zscl')
  const nameOf = (file: string) =>
    relative(zscl, file)
      .replace(/(\/__init__)?\.py$/, '')
      .replaceAll('/', '.')
  const inside = filesUnder(zscl, /\.py$/).map(nameOf)
  const pythonRoom = (module: string) => {
    if (['session', 'checkpoint'].includes(module)) return 'top'
    return module.includes('.') || module in below ? module.replace(/\..*/, '') : 'door'
  }
  const pythonPairs = filesUnder(zscl, /\.py$/)
    // How the weights of mini were made: a program that stands on all the rest.
    .filter((file) => nameOf(file) !== 'mini.pretrain')
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      const found = [...text.matchAll(/^\s*from zscl(?:\.([\w.]+))? import ([^#\n(]+|\([^)]*\))/gm)]
      const targets = found.flatMap(([, from = '', names = '']) => {
        const parts = names.replaceAll(/[()\s]/g, ' ').split(',')
        const modules = parts.map((name) =>
          [from, name.trim().split(' ')[0]].filter(Boolean).join('.'),
        )
        return modules.map((module) => (inside.includes(module) ? module : from))
      })
      return [...new Set(targets)].map((to) => [nameOf(file), to] as const)
    })

  it('keeps nothing in the cache that `zscl cache` does not know', () => {
    const code = filesUnder(zscl, /\.py$/).map((file) => readFileSync(file, 'utf8'))
    const kinds = code.flatMap((text) => [
      ...[...text.matchAll(/\bcached\(\s*[\w.]+,\s*"(\w+)"/g)].map((found) => found[1]!),
      ...[...text.matchAll(/Path\(cache_folder\) \/ "(\w+)"/g)].map((found) => found[1]!),
    ])
    expect(kinds.length).toBeGreaterThan(6)
    const known = readFileSync(join(root, 'src/cli/cache.ts'), 'utf8')
    expect(kinds.filter((kind) => !new RegExp(`^  ${kind}: `, 'm').test(known))).toEqual([])
  })

  it('has rooms that are imported one way only', () => {
    expect(pythonPairs.length).toBeGreaterThan(100)
    const wrong = pythonPairs.filter(
      ([from, to]) => !below[pythonRoom(from)]?.includes(pythonRoom(to)),
    )
    expect(wrong.map(([from, to]) => `${from} -> ${to}`)).toEqual([])
  })

  it('has no cycles of imports', () => {
    expect(cyclesOf(pythonPairs)).toEqual([])
  })
})

/** What one addition touches, of the code: tables of facts (YAML, JSON) and what is generated follow by themselves. */
const additions: readonly (readonly [what: string, name: string, files: readonly string[]])[] = [
  [
    'a loss weight: schema, what crosses, its dataclass and formula, and what it needs besides',
    'lambda_alignment',
    [
      'proto/zscl.proto',
      'python/zscl/commands.py',
      'python/zscl/training/losses.py',
      'src/config/check-references.ts',
      'src/config/schema.ts',
    ],
  ],
  [
    'a value of the recipe: schema, step and what fills it, what crosses, its dataclass and use',
    'label_smoothing',
    [
      'proto/zscl.proto',
      'python/zscl/commands.py',
      'python/zscl/training/losses.py',
      'python/zscl/training/task.py',
      'src/config/schema.ts',
      'src/plan/begin.ts',
      'src/plan/step.ts',
    ],
  ],
  [
    "a dataset of the paper: its kind, facts and published number, and the reader of its folder's layout",
    'eurosat',
    [
      'python/zscl/data/readers/__init__.py',
      'python/zscl/data/readers/folders.py',
      'src/config/dataset.ts',
      'src/config/paper-datasets.ts',
      'src/paper/zero-shot.ts',
    ],
  ],
  [
    'a command: itself, and where all are',
    'addDoctor',
    ['src/cli/doctor.ts', 'src/cli/program.ts'],
  ],
]

it.each(additions)('what is added touches few files: %s', (_, name, files) => {
  const named = ['src', 'python/zscl', 'proto']
    .flatMap((folder) => filesUnder(join(root, folder), /\.(ts|tsx|py|proto)$/))
    .filter((file) => new RegExp(`\\b${name}\\b`).test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file))
    .filter((file) => !file.includes('generated'))
  expect(named.sort()).toEqual(files)
})
