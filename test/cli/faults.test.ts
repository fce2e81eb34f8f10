/** What happens to the processes of a run and to the places it uses, as nobody wants it: with the real program and worker. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gone } from '../processes.js'
import {
  eventsOf,
  eventually,
  isSlow,
  numbersOf,
  program,
  python,
  type Running,
  sleep,
  start,
  workplace,
} from './support.js'

const cwd = workplace()
const minutes = 60_000
const folder = (name: string) => join(cwd, 'runs', name)
const kinds = (name: string) => eventsOf(folder(name)).map(({ kind }) => kind)

// One thread, so that a machine's load cannot choose their number.
const settings = ['schedule.updates=80', 'checkpoint.every=10', 'threads=1']
const begin = (name: string, env: NodeJS.ProcessEnv = {}, more: readonly string[] = []) => {
  const set = [...settings, ...more].flatMap((setting) => ['--set', setting])
  return start(cwd, ['run', 'mini-short', '--plain', '--name', name, ...set], env)
}
const training = (name: string, running: Running) =>
  eventually(folder(name), ({ kind }) => kind === 'checkpoint-saved', running)
const workerOf = (name: string) => {
  const event = eventsOf(folder(name)).findLast(({ kind }) => kind === 'worker-started')
  return event?.kind === 'worker-started' ? event.pid : Number.NaN
}

let straight: Promise<unknown> | undefined
/** The numbers of the same run when nothing happens to it. */
function leftAlone(): Promise<unknown> {
  straight ??= begin('alone').exit.then(() => numbersOf(cwd, 'alone'))
  return straight
}

describe('processes that are stopped and continued', () => {
  it.runIf(isSlow).each([
    ['the worker, for three seconds', 3_000, (worker: number) => [worker]],
    [
      'the runner, for longer than a worker may be silent',
      30_000,
      (_: number, own: number) => [own],
    ],
    [
      'the whole machine, as when it sleeps',
      20_000,
      (worker: number, own: number) => [own, worker],
    ],
  ])(
    '%s: nobody is taken for dead, and no number changes',
    async (title, pause, chosen) => {
      const name = title.replaceAll(/\W+/g, '-')
      const running = begin(name)
      await training(name, running)
      const pids = chosen(workerOf(name), running.child.pid!)
      for (const pid of pids) process.kill(pid, 'SIGSTOP')
      await sleep(pause)
      for (const pid of pids.toReversed()) process.kill(pid, 'SIGCONT')
      expect(await running.exit).toMatchObject({ code: 0, stderr: '' })
      expect(kinds(name).filter((kind) => kind === 'worker-started')).toHaveLength(1)
      expect(await numbersOf(cwd, name)).toEqual(await leftAlone())
    },
    3 * minutes,
  )
})

describe('the runner', () => {
  it.runIf(isSlow)(
    'told to end by SIGTERM saves, and is gone on with',
    async () => {
      const running = begin('told')
      await training('told', running)
      running.child.kill('SIGTERM')
      const { code, stderr } = await running.exit
      expect([code, stderr]).toEqual([130, expect.stringContaining('zscl resume told')])
      expect(kinds('told').at(-1)).toBe('interrupted')
      expect((await start(cwd, ['resume', 'told', '--plain']).exit).code).toBe(0)
      expect(await numbersOf(cwd, 'told')).toEqual(await leftAlone())
    },
    3 * minutes,
  )

  it.runIf(isSlow)(
    'that fails where nobody expects it says so with what goes on, leaves no worker, and is gone on with',
    async () => {
      const fail =
        'if (process.argv[2] === "run") setTimeout(() => { throw new Error("boom") }, 9000)'
      const running = begin('boom', {
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fail)}`,
      })
      const { code, stderr } = await running.exit
      expect(code).toBe(1)
      expect(stderr).toContain('Error: boom')
      expect(stderr).toContain('This is a bug in zscl')
      expect(stderr).toContain('`zscl resume RUN` resumes it')
      await gone(workerOf('boom'))
      expect((await start(cwd, ['resume', 'boom', '--plain']).exit).code).toBe(0)
      expect(await numbersOf(cwd, 'boom')).toEqual(await leftAlone())
    },
    3 * minutes,
  )
})

describe('places that go while they are used', () => {
  it.runIf(isSlow)(
    'the folder of the run: one line that names it, no bug of zscl, no worker is left',
    async () => {
      const running = begin('vanishes')
      await training('vanishes', running)
      const worker = workerOf('vanishes')
      rmSync(folder('vanishes'), { recursive: true, force: true })
      const { code, stderr } = await running.exit
      expect(stderr).toContain('vanishes')
      expect(stderr).not.toContain('bug in zscl')
      expect(code).not.toBe(0)
      await gone(worker)
    },
    minutes,
  )

  it.runIf(isSlow)(
    'the folder of the sockets and all of TMPDIR: the run ends as if nothing had been',
    async () => {
      const place = mkdtempSync(join(cwd, 'tmp-'))
      const running = begin('socketless', { TMPDIR: place })
      await training('socketless', running)
      expect(readdirSync(place)).not.toEqual([])
      rmSync(place, { recursive: true, force: true })
      expect(await running.exit).toMatchObject({ code: 0, stderr: '' })
      expect(await numbersOf(cwd, 'socketless')).toEqual(await leftAlone())
    },
    2 * minutes,
  )
})

it.runIf(isSlow && process.platform === 'linux')(
  'too little memory for a batch is said with the settings to lower',
  async () => {
    const little = join(cwd, 'little')
    mkdirSync(little)
    const shell = join(little, 'python')
    writeFileSync(shell, `#!/bin/sh\nulimit -v 4000000\nexec ${python} "$@"\n`, { mode: 0o755 })
    const { code, stderr } = await begin('little', { ZSCL_PYTHON: shell }, [
      'schedule.batch_size=16384',
      'schedule.updates=2',
      'schedule.warmup=1',
    ]).exit
    expect(stderr).toContain('micro_batch')
    expect(stderr).not.toContain('bug in zscl')
    expect(code).toBe(1)
  },
  2 * minutes,
)

const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0
describe.runIf(isSlow && mayMount)('a disk of its own', () => {
  const words = settings.map((setting) => `--set ${setting}`).join(' ')
  /** A script of the shell on a disk that is mounted by this command, with `zscl` and with `begin` for the run. */
  const onDisk = (mount: string, script: string) => {
    const disk = mkdtempSync(join(cwd, 'disk-'))
    const lines = [
      `${mount} ${disk} || exit 99`,
      `cd ${disk}`,
      `zscl() { ${program.join(' ')} "$@"; }`,
      `begin() { zscl run mini-short --plain --runs runs --name full ${words}; }`,
      script,
    ]
    const env = { ...process.env, ZSCL_CACHE: join(cwd, 'cache') }
    return spawnSync('unshare', ['-m', 'sh', '-c', lines.join('\n')], {
      cwd,
      encoding: 'utf8',
      env,
      timeout: 3 * minutes,
    })
  }
  const goOn = [
    'mount -o remount,size=1g .',
    'if [ -e runs/full/journal.jsonl ]; then zscl resume full --plain --runs runs; else begin; fi',
    'echo NUMBERS >&2',
    'zscl show full --json --runs runs >&2',
  ].join(' && ')

  it.each(['4k', '100k', '1m', '20m', '60m', '90m', '130m', '160m'])(
    'of %s that fills up wherever it does: one error that says so, and with more room the run ends with the same numbers',
    async (size) => {
      const { matrix } = (await leftAlone()) as { matrix: unknown }
      const mount = `mount -t tmpfs -o size=${size} tmpfs`
      const { stdout, stderr, status } = onDisk(mount, `begin; echo "ended with $?" >&2; ${goOn}`)
      const said = `${stdout}\n${stderr}`
      expect(said).not.toContain('bug in zscl')
      expect(stderr).toMatch(/ended with [12]/)
      expect(stderr).toMatch(/no space left/i)
      expect(status, said).toBe(0)
      expect(JSON.parse(stderr.split('NUMBERS')[1]!).matrix).toEqual(matrix)
    },
    4 * minutes,
  )

  /** A disk that is a file of 400 MB with the file system ext4. */
  const ext4 = () => {
    const image = join(mkdtempSync(join(cwd, 'image-')), 'disk.img')
    const format = `truncate -s 400M ${image} && mkfs.ext4 -q ${image}`
    expect(spawnSync('sh', ['-c', format]).status).toBe(0)
    return image
  }
  const mayFormat = existsSync('/sys/fs/ext4/features') && existsSync('/dev/loop-control')

  const limits = '/sys/fs/cgroup/blkio'
  it.runIf(mayFormat && existsSync(limits))(
    'of 10 MB/s: the run takes its time, nobody is taken for stuck, and no number changes',
    async () => {
      const group = mkdtempSync(join(limits, 'zscl-'))
      const script = [
        'number=$(lsblk -no MAJ:MIN $(findmnt -no SOURCE .))',
        `echo $number ${10 * 2 ** 20} > ${group}/blkio.throttle.write_bps_device`,
        `echo $$ > ${group}/tasks`,
        `zscl run mini-short --plain --runs runs --name full ${words} --set checkpoint.every=40`,
        `echo $$ > ${limits}/tasks`,
        'zscl show full --json --runs runs >&2',
      ]
      const { matrix } = (await leftAlone()) as { matrix: unknown }
      const { stdout, stderr, status } = onDisk(`mount -o loop ${ext4()}`, script.join('\n'))
      rmdirSync(group)
      expect(status, stderr).toBe(0)
      const run = JSON.parse(stderr)
      expect(run.matrix).toEqual(matrix)
      expect(run.workers_lost).toBe(0)
      const times = [...stdout.matchAll(/\(73 MiB, ([\d.]+) s\)/g)].map(([, seconds]) =>
        Number(seconds),
      )
      expect(Math.min(...times)).toBeGreaterThan(5) // else it was no slow disk
    },
    4 * minutes,
  )

  // The kernel does this itself to a disk on which it has found an error.
  it.runIf(mayFormat)(
    'that becomes read-only under a run: one error that says so, and once it is mended the run ends with the same numbers',
    async () => {
      const { matrix } = (await leftAlone()) as { matrix: unknown }
      const image = ext4()
      const mount = `mount -o loop,errors=remount-ro ${image}`
      const script = [
        'begin & run=$!',
        'until ls runs/full/checkpoints/*/state.json >/dev/null 2>&1; do sleep 0.1; done',
        'device=$(basename $(findmnt -no SOURCE .))',
        'echo broken > /sys/fs/ext4/$device/trigger_fs_error',
        'wait $run; echo "ended with $?" >&2',
        `disk=$PWD; cd /; umount $disk && e2fsck -fy ${image} >/dev/null; ${mount} $disk && cd $disk`,
        'zscl resume full --plain --runs runs && echo NUMBERS >&2',
        'zscl show full --json --runs runs >&2',
      ]
      const { stdout, stderr, status } = onDisk(mount, script.join('\n'))
      expect(`${stdout}\n${stderr}`).not.toContain('bug in zscl')
      expect(stderr).toMatch(/ended with [12]/)
      expect(stderr).toMatch(/read-only file system/i)
      expect(status, stderr).toBe(0)
      expect(JSON.parse(stderr.split('NUMBERS')[1]!).matrix).toEqual(matrix)
    },
    4 * minutes,
  )
})
