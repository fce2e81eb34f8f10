/** The container recipes: the same steps in both, and what they do, done in a fresh folder where no container can be built. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const docker = readFileSync(join(root, 'container/Dockerfile'), 'utf8')
const apptainer = readFileSync(join(root, 'container/apptainer.def'), 'utf8')

/** Instructions in order, continued lines joined. */
const instructions = docker
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .flatMap((line) => {
    const [, word = '', rest = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? []
    return word === '' ? [] : [{ word, rest: rest.replaceAll(/ +/g, ' ').trim() }]
  })
const shellSteps = instructions
  .filter(({ word }) => word === 'RUN')
  .flatMap(({ rest }) => rest.split('&&').map((step) => step.trim()))

describe('the container recipes', () => {
  it('have the same steps in the same order, from the same image', () => {
    const post = /%post\n([\s\S]*?)\n\n/.exec(apptainer)![1]!.split('\n')
    const steps = post.map((line) => line.trim()).filter((line) => !line.startsWith('cd '))
    expect(steps).toEqual(shellSteps)
    const image = instructions.find(({ word }) => word === 'FROM')!.rest
    expect(apptainer).toContain(`From: ${image}`)
  })

  it('leave out of the image what the image makes itself', () => {
    const ignored = readFileSync(join(root, 'container/Dockerfile.dockerignore'), 'utf8').split(
      '\n',
    )
    for (const name of ['node_modules', 'dist', '.venv']) expect(ignored).toContain(name)
  })

  it.skipIf(!process.env['ZSCL_SLOW'])(
    'make a zscl that runs, step by step in a fresh folder',
    () => {
      const place = mkdtempSync(join(tmpdir(), 'zscl-container-'))
      const at = (path: string) => join(place, path)
      try {
        let cwd = place
        const env: Record<string, string> = {
          PATH: process.env['PATH']!,
          HOME: process.env['HOME']!,
        }
        for (const [name, value] of Object.entries(process.env))
          if (/^(PIP_|npm_config_|NPM_CONFIG_|.*(CERT|CA_BUNDLE).*|https?_proxy)/i.test(name))
            env[name] = value!
        for (const { word, rest } of instructions) {
          if (word === 'WORKDIR') cwd = at(rest)
          if (word === 'COPY') copySources(at(rest.split(' ')[1]!))
          if (word === 'ENV')
            for (const pair of rest.split(' ')) env[pair.split('=')[0]!] = at(pair.split('=')[1]!)
          // Packages of the system are the image's business; caches of the machine stay.
          if (word === 'RUN' && !rest.startsWith('apt-get'))
            for (const step of rest.split('&&').filter((one) => !/rm -rf/.test(one)))
              execFileSync('bash', ['-c', step], {
                cwd,
                env,
                stdio: ['ignore', 'ignore', 'inherit'],
              })
        }
        const [program] = JSON.parse(instructions.find(({ word }) => word === 'ENTRYPOINT')!.rest)
        const said = execFileSync(
          at(program),
          ['run', 'mini-short', '--plain', '--set', 'schedule.updates=2'],
          {
            cwd: place,
            env,
            encoding: 'utf8',
          },
        )
        expect(said).toContain('finished in')
        expect(existsSync(at('work/cache'))).toBe(true)
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    },
    900_000,
  )
})

/** What docker would copy: all that is not ignored. */
function copySources(target: string): void {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of files.split('\0').filter(Boolean))
    if (existsSync(join(root, file))) cpSync(join(root, file), join(target, file))
}
