/**
 * The machine loses power, and of the file system is left what was flushed: the content of a file at its last fsync, and of
 * a folder the names that were in it at its own.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { loadExperiment, toYaml } from '../../src/config/resolve.js'
import { createRunFolder, type RunFolder, runFolder } from '../../src/journal/folder.js'
import type { RunState } from '../../src/journal/state.js'
import type { Command } from '../../src/plan/step.js'
import { memoryTwin } from './memory-worker.js'
import { opened } from './runs.js'

const disk = vi.hoisted(() => ({
  flushed: (_descriptor: number) => {},
  saved: (_path: string) => {},
}))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const fsyncSync = (descriptor: number) => {
    fs.fsyncSync(descriptor)
    disk.flushed(descriptor)
  }
  const writeFileSync: typeof fs.writeFileSync = (path, ...rest) => {
    fs.writeFileSync(path, ...rest)
    disk.saved(String(path))
  }
  return { ...fs, fsyncSync, writeFileSync, default: { ...fs, fsyncSync, writeFileSync } }
})

type Inode = number
const files = new Map<Inode, Buffer>()
const folders = new Map<Inode, Map<string, { readonly inode: Inode; readonly isFolder: boolean }>>()

disk.flushed = (descriptor) => {
  const { ino } = fstatSync(descriptor)
  if (!fstatSync(descriptor).isDirectory()) {
    files.set(ino, readFileSync(`/proc/self/fd/${descriptor}`))
    return
  }
  const path = readlinkSync(`/proc/self/fd/${descriptor}`)
  const names = readdirSync(path).map((name) => {
    const one = statSync(join(path, name))
    return [name, { inode: one.ino, isFolder: one.isDirectory() }] as const
  })
  folders.set(ino, new Map(names))
}

/** What the worker saves it flushes, and the folders that it saves into. */
disk.saved = (path) => {
  const [, staged, inside] = /^(.*\/checkpoints\/\.[^/]+\.tmp)\/(.*)$/.exec(path) ?? []
  if (staged === undefined || inside === undefined || inside.startsWith('state.json')) return
  for (const one of [path, dirname(path), staged]) flush(one)
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Writes what is left of the folder with this inode; files that were never flushed are there and empty. */
function leftOf(inode: Inode, into: string, content: (inode: Inode) => Buffer): void {
  mkdirSync(into, { recursive: true })
  for (const [name, one] of folders.get(inode) ?? []) {
    if (one.isFolder) leftOf(one.inode, join(into, name), content)
    else writeFileSync(join(into, name), content(one.inode))
  }
}

const experiment = loadExperiment('mini-short', {
  set: ['schedule.updates=30', 'checkpoint.every=10', 'checkpoint.keep=1'],
})

async function finish(folder: RunFolder, onCommand: (command: Command) => void = () => {}) {
  const twin = memoryTwin()
  twin.onCommand = onCommand
  const { engine, journal } = opened(experiment, folder, twin)
  expect(await engine.run()).toBe('finished')
  journal.close()
  return { state: journal.state, weights: readFileSync(join(folder.model, 'weights.json'), 'utf8') }
}

const numbers = ({ matrix, zero_shot, history, updates_done }: RunState) => ({
  matrix,
  zero_shot,
  history,
  updates_done,
})

it.runIf(process.platform === 'linux').each(['nothing', 'contents of files'])(
  'power is lost before any command, and of what was not flushed %s is left: the run ends with the same numbers',
  async (left) => {
    const base = mkdtempSync(join(tmpdir(), 'zscl-forgets-'))
    const folder = createRunFolder(base, { default: 'run' }, toYaml(experiment))
    const paths = new Map<Inode, string>()
    const places: string[] = []
    const whole = await finish(folder, () => {
      for (const path of readdirSync(base, { recursive: true, encoding: 'utf8' }))
        paths.set(statSync(join(base, path)).ino, join(base, path))
      const current = (inode: Inode) => {
        const path = paths.get(inode)
        return path !== undefined && existsSync(path) && statSync(path).ino === inode
          ? readFileSync(path)
          : (files.get(inode) ?? Buffer.alloc(0))
      }
      const flushed = (inode: Inode) => files.get(inode) ?? Buffer.alloc(0)
      const place = mkdtempSync(join(tmpdir(), 'zscl-left-'))
      leftOf(statSync(base).ino, place, left === 'nothing' ? flushed : current)
      places.push(place)
    })
    expect(places.length).toBeGreaterThan(40)
    let resumed = 0
    for (const place of places) {
      const own = runFolder(join(place, 'run'))
      expect(readFileSync(own.experiment, 'utf8')).toBe(toYaml(experiment))
      const { state, weights } = await finish(own, (command) => {
        if (command.kind === 'restore') resumed += 1
      })
      expect(numbers(state)).toEqual(numbers(whole.state))
      expect(weights).toBe(whole.weights)
    }
    expect(resumed).toBeGreaterThan(20)
  },
  60_000,
)
