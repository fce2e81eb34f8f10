/** Every kind of file of a run, harmed in every way: each command says what it is, none hangs, none calls it our bug. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { isSlow, program, workplace, zscl } from './support.js'

const cwd = workplace()
const base = join(cwd, 'runs/base')
const harmed = join(cwd, 'runs/harmed')

beforeAll(async () => {
  const short = ['schedule.updates=6', 'schedule.warmup=2', 'recipe=finetune', 'threads=1']
  const set = short.toReversed().flatMap((setting) => ['--set', setting])
  const { code, stderr } = await zscl(cwd, 'run', 'mini-short', '--plain', '--name', 'base', ...set)
  expect([code, stderr]).toEqual([0, ''])
  // What only some runs have.
  for (const name of [
    'lock.json',
    'progress.json',
    'slurm.json',
    'companions.json',
    'sharing.json',
  ])
    writeFileSync(
      join(base, name),
      '{"v":1,"pid":1,"host":"elsewhere","job":"1","phase":"queued"}\n',
    )
  mkdirSync(join(base, 'requests'), { recursive: true })
}, 60_000)

const remove = (path: string) => rmSync(path, { recursive: true, force: true })
const harms: Readonly<Record<string, (path: string) => void>> = {
  'cut short': (path) => truncateSync(path, Math.max(0, lstatSync(path).size - 20)),
  'with one bit flipped': (path) => {
    const bytes = readFileSync(path)
    if (bytes.length > 0) bytes[Math.floor(bytes.length / 2)]! ^= 4
    writeFileSync(path, bytes)
  },
  emptied: (path) => writeFileSync(path, ''),
  'a folder': (path) => {
    remove(path)
    mkdirSync(path)
  },
  'a FIFO': (path) => {
    remove(path)
    execFileSync('mkfifo', [path])
  },
  'a link to what never ends': (path) => {
    remove(path)
    symlinkSync('/dev/zero', path)
  },
}
const files = [
  'journal.jsonl',
  'experiment.yaml',
  'environment.json',
  'lock.json',
  'progress.json',
  'slurm.json',
  'companions.json',
  'sharing.json',
  'worker.log',
  'requests',
  'checkpoints',
  'model',
  'model/SHA256SUMS',
  'model/open_clip_config.json',
  'model/open_clip_model.safetensors',
]
const commands = [
  ['ls'],
  ['show', 'harmed'],
  ['check', 'harmed'],
  ['results', 'harmed'],
  ['resume', 'harmed'],
]
/** Then only its last line is lost, and the run goes on: that is tried elsewhere. */
const goesOn = (file: string, command: readonly string[], harm: string) =>
  command[0] === 'resume' && file === 'journal.jsonl' && harm === 'cut short'

const cases = files.flatMap((file, i) =>
  Object.keys(harms).flatMap((harm, j) =>
    commands
      .map((words, k) => ({ file, harm, words, isQuick: j === i % 6 && k === 0 }))
      .filter(({ words }) => !goesOn(file, words, harm)),
  ),
)

it.each(cases.filter(({ isQuick }) => isSlow || isQuick))(
  '$file $harm: zscl $words is no bug and does not hang',
  ({ file, harm, words }) => {
    remove(harmed)
    cpSync(base, harmed, { recursive: true })
    const path = join(harmed, file)
    if (lstatSync(path).isDirectory() && !/FIFO|link/.test(harm)) return
    harms[harm]!(path)
    const [command, ...args] = program
    const { status, signal, stdout, stderr } = spawnSync(command!, [...args, ...words], {
      cwd,
      encoding: 'utf8',
      timeout: 15_000,
    })
    const said = `${stdout}${stderr}`
    expect(signal, said).toBeNull()
    expect([0, 1, 2]).toContain(status)
    expect(said).not.toMatch(/bug in zscl|^ +at .*\.js:\d/m)
    // What was harmed is found out, where it is of those that are vouched for.
    const isVouchedFor = /^(journal|experiment|model\/)/.test(file)
    if (words[0] === 'check' && isVouchedFor && existsSync(path)) {
      expect(said).toMatch(/damaged|✗|cut while being written|a folder|a FIFO|is lost/)
    }
  },
)
