import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { differing, settingOf } from '../../src/config/differences.js'
import { digest, resolve, toYaml } from '../../src/config/resolve.js'
import { mergeSlurm, readSlurmFile, slurmFile, slurmOf } from '../../src/config/resources.js'
import { baseOf, Sweep } from '../../src/config/sweep.js'
import { expand } from '../../src/sweep/expand.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zscl-resources-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const slurm = { partition: 'gpu', time: '2:00:00', gpus: 1, memory: '16G' }

describe('what is asked of a cluster', () => {
  it('is no part of what an experiment is: digest, setting and differences stay', () => {
    const plain = resolve({ benchmark: 'mini-short' }, 'x')
    const asked = resolve({ benchmark: 'mini-short', resources: { slurm } }, 'x')
    expect(asked.resources).toEqual({ slurm })
    expect(digest(asked)).toBe(digest(plain))
    expect(settingOf(asked as never)).toBe(settingOf(plain as never))
    expect(differing([asked as never, plain as never])).toEqual([])
    expect(toYaml(plain)).not.toContain('resources')
  })

  it('makes no other trial of a sweep', () => {
    const trials = (resources: object) => {
      const sweep = Sweep.parse({
        name: 'x',
        experiment: 'mini',
        parameters: { seed: [0] },
        resources,
      })
      return expand(sweep, baseOf(sweep), 'x').map(({ name }) => name)
    }
    expect(trials({ slurm })).toEqual(trials({}))
  })

  it('is merged key by key, and lists are joined', () => {
    const own = { partition: 'cpu', account: 'lab', extra: ['--qos=long'] }
    expect(mergeSlurm(own, undefined, slurm, { extra: ['--nice'] })).toEqual({
      ...slurm,
      account: 'lab',
      extra: ['--qos=long', '--nice'],
    })
  })

  it('is given by --slurm KEY=VALUE, lists item by item', () => {
    const words = [
      'gpus=a100:2',
      'cpus=4',
      'extra=--qos=long',
      'extra=--nice',
      'setup=module load x',
    ]
    expect(slurmOf(words)).toEqual({
      gpus: 'a100:2',
      cpus: 4,
      extra: ['--qos=long', '--nice'],
      setup: ['module load x'],
    })
  })

  it.each([
    ['partitoin=gpu', /`partitoin`: unknown key\. Did you mean `partition`\?/],
    ['time=tomorrow', /`time`: expected minutes, HH:MM:SS or DAYS-HH:MM:SS, got "tomorrow"/],
    ['gpus=many', /`gpus`: expected a number, or KIND:NUMBER/],
    ['extra=qos=long', /an option of sbatch/],
    ['partition="a; rm x"', /one word without quotes/],
    ['partition', /expected KEY=VALUE/],
  ])('is refused in words: --slurm %s', (word, message) => {
    expect(() => slurmOf([word])).toThrow(message)
  })

  it('is read from the file of the person, wherever XDG_CONFIG_HOME is', () => {
    expect(slurmFile({ XDG_CONFIG_HOME: '/etc/me' })).toBe('/etc/me/zscl/slurm.yaml')
    expect(slurmFile({ HOME: '/home/me' })).toBe('/home/me/.config/zscl/slurm.yaml')
    const file = join(folder, 'slurm.yaml')
    expect(readSlurmFile(file)).toEqual({})
    writeFileSync(file, 'account: lab\n')
    expect(readSlurmFile(file)).toEqual({ account: 'lab' })
    writeFileSync(file, 'acount: lab\n')
    expect(() => readSlurmFile(file)).toThrow(`${file} has 1 problem`)
    writeFileSync(file, '- lab\n')
    expect(() => readSlurmFile(file)).toThrow('expected a map of keys')
  })
})
