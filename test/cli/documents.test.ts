/** The commands of README and docs, run on `mini` in the order in which a person could type them: `scripts/test --slow`. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { readState } from '../../src/journal/read-state.js'
import { commands } from '../documents.js'
import { python, workplace, zscl } from './support.js'

const cwd = workplace()
const minutes = 60_000
const quick = '--set schedule.updates=6 --set checkpoint.tasks=all'
const onMini = '--on mini/shapes'

/**
 * What stands in a document, and what is typed for it: `FOLDER`, `RUN` and the like are something here, a long training is
 * cut short, and a wait is added where the next command needs the end.
 */
const typed: readonly (readonly [written: string, ...words: string[]])[] = [
  ['zscl --help', '--help'],
  ['zscl doctor', 'doctor'],
  ['zscl recipes [NAME]', 'recipes', 'recipes zscl'],
  ['zscl demo', 'demo --experiment mini-short --plain'],
  ['zscl init FOLDER [--dry-run]', 'init pictures --dry-run'],
  ['zscl init FOLDER', 'init pictures'],
  [
    'zscl run FOLDER/zscl.yaml --detach',
    // The weights of ViT-B/16 come from a network.
    `run pictures/zscl.yaml --detach ${quick} --set schedule.batch_size=4 --set model=mini-clip`,
  ],
  ['zscl run mini --name first --detach', `run mini --name first --detach ${quick}`],
  ['zscl pause first; zscl continue first', 'pause first', 'continue first'],
  ['zscl stop first --wait', 'stop first --wait'],
  ['zscl resume first --detach', 'resume first --plain'],
  [
    'zscl fork first --after-task 3 --set recipe.lambda_image=5',
    'fork first --after-task 3 --set recipe.lambda_image=5 --plain',
  ],
  [
    'zscl fork RUN --after-task 3 --set recipe.lambda_image=5',
    'fork first --after-task 3 --set recipe.lambda_image=5 --name again --dry-run',
  ],
  [
    'zscl fork RUN --after-task N --set …',
    'fork first --after-task 5 --set recipe.wc=2 --name other --dry-run',
  ],
  ['zscl run mini-short', `run mini-short ${quick} --plain`],
  ['zscl run EXPERIMENT.yaml|NAME', 'run own.yaml --plain'],
  ['zscl run … --dry-run', 'run mini --dry-run'],
  [
    'zscl run X --set devices=4',
    `run mini-short --name ranks ${quick} --set devices=2 --set threads=1 --plain`,
  ],
  ['zscl sweep FILE', 'sweep small.yaml --jobs 2 --plain'],
  ['zscl sweep FILE --add seed=2,3', 'sweep small.yaml --add seed=1 --jobs 2 --plain'],
  ['zscl sweep runs/NAME', 'sweep runs/small --plain'],
  ['zscl sweep FILE.yaml|NAME [--jobs N] [--on slurm]', 'sweep small.yaml --jobs 1 --json'],
  ['zscl sweep mini-interval-lambda', 'sweep mini-interval-lambda --dry-run'],
  ['zscl sweep mini-all-recipes --jobs 2', 'sweep mini-all-recipes --jobs 2 --dry-run'],
  ['zscl ls', 'ls'],
  ['zscl ls [--json]', 'ls --json'],
  ['zscl show RUN', 'show first'],
  ['zscl show RUN [--settings|--json]', 'show first --settings', 'show first --json'],
  [
    'zscl results [RUN|SWEEP…] [--per setting|run|cell] [--format table|csv|json|markdown|latex|parquet] [--out FILE]',
    ...['setting', 'run', 'cell'].map((per) => `results mini-short small --per ${per}`),
    ...['csv', 'json', 'markdown', 'latex'].map((format) => `results first --format ${format}`),
    'results first --format parquet --out results.parquet',
  ],
  [
    'zscl figure tradeoff|interval|lambda|matrix|history RUN|SWEEP… [--out FILE.svg] [--png]',
    'figure tradeoff demo-finetune demo-zscl --out tradeoff.svg --png',
    'figure matrix first --out matrix.svg',
    'figure history first --out history.svg',
    'figure interval small --out interval.svg',
  ],
  [
    'zscl report RUN|SWEEP [--out FILE.html]',
    'report first --out first.html',
    'report small --out small.html',
  ],
  ['zscl check [RUN…]', 'check first'],
  [
    'zscl check [RUN|SWEEP|FOLDER…] [--json]',
    'check',
    'check small --json',
    'check runs/first/model',
  ],
  ['zscl eval MODEL… --on mini|mini/digits|FILE.yaml|FOLDER…', `eval runs/first/model ${onMini}`],
  [
    'zscl merge wise-ft START END --alpha 0,0.5,1 --on … [--out DIR]',
    `merge wise-ft mini-clip runs/first/model --alpha 0,0.5,1 ${onMini} --out mixed`,
  ],
  [
    'zscl merge uniform|greedy MODEL… --on … [--out DIR]',
    `merge uniform runs/first/model runs/demo-zscl/model ${onMini} --out soup`,
    `merge greedy runs/first/model runs/demo-zscl/model ${onMini} --out greedy`,
  ],
  [
    'zscl table mtil-order-1|2|cil-cifar100|cil-imagenet100|cil-tinyimagenet|mini [--have|--dry-run] [--seeds 0,1,2] [--per dataset]',
    ...['mtil-order-1', 'mtil-order-2', 'cil-cifar100', 'cil-tinyimagenet', 'mini'].map(
      (name) => `table ${name} --have`,
    ),
  ],
  ['zscl table ablation-losses|teachers|images|texts|weights', 'table ablation-losses --have'],
  [
    'zscl table ablation-losses|teachers|images|texts|weights and mini-ablation-…: one part of the method at a time',
    'table mini-ablation-weights --have',
  ],
  [
    'zscl data list|status|get|verify|path [WHAT] [--dry-run] [--source NAME]',
    'data list',
    'data path mnist',
    'data get mnist --dry-run',
  ],
  ['zscl data get mtil-order-1', 'data get mtil-order-1 --dry-run'],
  ['zscl data get imagenet --source a-twelfth', 'data get imagenet --source a-twelfth --dry-run'],
  ['zscl cache ls', 'cache ls'],
  [
    'zscl cache ls|clear [KIND…] [--max-size 20G] [--older-than DAYS]',
    'cache clear teacher --older-than 100',
    'cache clear --max-size 20G',
  ],
  ['zscl cache clear', 'cache clear'],
  ['zscl rm RUN|SWEEP… [--yes]', 'rm ranks --yes'],
]

/** Where the rest is run, or why it cannot be run here. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'at a terminal: test/cli/app.test.ts, terminal.test.ts, detached.test.ts': [
    'zscl',
    'zscl attach first',
    'zscl attach RUN',
  ],
  'with a Slurm: test/slurm': [
    'zscl run X --on slurm',
    'zscl sweep FILE --on slurm',
    'zscl resume RUN --on slurm',
    'zscl resume RUN [--detach|--on slurm]',
    'zscl run X --set devices=8 --on slurm --slurm nodes=2',
  ],
  'of a run that was interrupted: test/cli/ranks.test.ts, detached.test.ts': [
    'zscl resume RUN',
    'zscl resume RUN --devices 2',
    'zscl run … --detach',
    'zscl stop|pause|continue|checkpoint RUN…',
  ],
  'needs data that is not here: test/cli/data.test.ts': [
    'zscl table mtil-order-1',
    'zscl data status mtil-order-1',
    'zscl data verify mtil-order-1 --zero-shot',
  ],
  'a name in a sentence': [
    'attach',
    'stop',
    'figure',
    'report',
    'fork',
    'run',
    'sweep',
    'data get',
    'data verify',
  ].map((name) => `zscl ${name}`),
}

const drawn = `
import sys
from PIL import Image
from pathlib import Path
for task in ("pets", "cars"):
    for c, name in enumerate(("red", "blue")):
        for i in range(8):
            folder = Path("pictures", task, name)
            folder.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (40, 40), (30 * i, 100 * c, 90)).save(folder / f"{i}.png")
`

it('every command of README and docs is run here, or it is said where', () => {
  const known = new Set([...typed.map(([written]) => written), ...Object.values(elsewhere).flat()])
  expect(commands.map(([, written]) => written).filter((written) => !known.has(written))).toEqual(
    [],
  )
  const written = new Set(commands.map((command) => command[1]))
  expect([...known].filter((one) => !written.has(one))).toEqual([])
})

describe.runIf(process.env['ZSCL_SLOW'])('as it stands there', () => {
  beforeAll(() => {
    mkdirSync(join(cwd, 'pictures'))
    expect(spawnSync(python, ['-c', drawn], { cwd }).status).toBe(0)
    const short = 'schedule: {updates: 4}\n'
    writeFileSync(join(cwd, 'own.yaml'), `benchmark: mini-short\nrecipe: zscl\n${short}`)
    const grid = 'parameters: {recipe.average.interval: [2, 4], seed: [0]}\n'
    writeFileSync(join(cwd, 'small.yaml'), `name: small\nexperiment: own.yaml\n${grid}`)
  })

  it.each(typed)(
    '%s',
    async (_, ...all) => {
      for (const words of all) {
        const { code, stdout, stderr } = await zscl(cwd, ...words.split(' '))
        expect([words, code, stderr.includes('bug')], `${stdout}\n${stderr}`).toEqual([
          words,
          0,
          false,
        ])
      }
    },
    5 * minutes,
  )

  it('and the runs that they began are finished', () => {
    const status = (name: string) => readState(runFolder(join(cwd, 'runs', name))).status
    expect(['first', 'first-after-3', 'mini-short'].map(status)).toEqual([
      'finished',
      'finished',
      'finished',
    ])
  })
})
