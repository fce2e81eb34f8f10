/** What Slurm says about jobs, read from the output of its commands. */

/** `gone`: Slurm knows it no more, so it runs nowhere. */
export type Phase = 'queued' | 'running' | 'ended' | 'gone'

export interface Job {
  /** As squeue writes it: `12`, or `12_3` for a task of an array. */
  readonly id: string
  /** Slurm's word: PENDING, RUNNING, OUT_OF_MEMORY, … */
  readonly state: string
  readonly phase: Phase
  /** Why it waits, or why it ended; '' = none. */
  readonly reason: string
  readonly comment: string
}

const QUEUED = ['PENDING', 'REQUEUED', 'REQUEUE_FED', 'REQUEUE_HOLD', 'RESV_DEL_HOLD']
/** COMPLETING among them: processes of such a job may still be there. */
const RUNNING = [
  'RUNNING',
  'CONFIGURING',
  'COMPLETING',
  'SUSPENDED',
  'STOPPED',
  'SIGNALING',
  'STAGE_OUT',
  'RESIZING',
]

export function phaseOf(state: string): Phase {
  if (QUEUED.includes(state)) return 'queued'
  return RUNNING.includes(state) ? 'running' : 'ended'
}

export const SQUEUE_FORMAT = '%i|%T|%r|%k'

/** Lines of `squeue --array --noheader --format=SQUEUE_FORMAT`. */
export function parseSqueue(text: string): Job[] {
  return text.split('\n').flatMap((line) => {
    const [id = '', state = '', reason = '', ...comment] = line.trim().split('|')
    if (!/^\d+(_\d+)?$/.test(id)) return []
    return [{ id, state, phase: phaseOf(state), reason: none(reason), comment: comment.join('|') }]
  })
}

/** Lines of `sacct --allocations --noheader --parsable2 --format=JobID,State,ExitCode`. */
export function parseSacct(text: string): Job[] {
  return text.split('\n').flatMap((line) => {
    const [ids = '', words = '', code = ''] = line.trim().split('|')
    const state = words.split(' ')[0] ?? '' // `CANCELLED by 1000`
    const reason = state === 'FAILED' ? exitWords(code) : ''
    const job = { state, phase: phaseOf(state), reason, comment: '' }
    return idsIn(ids).map((id) => ({ id, ...job }))
  })
}

/** `12`, `12_3`, and tasks of an array that never began: `12_[0,3-5%2]`. */
function idsIn(text: string): string[] {
  if (/^\d+(_\d+)?$/.test(text)) return [text]
  const [, array, tasks] = /^(\d+)_\[([\d,-]+)(?:%\d+)?\]$/.exec(text) ?? []
  if (array === undefined || tasks === undefined) return []
  return tasks.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, i) => `${array}_${first + i}`)
  })
}

/** One job as scontrol shows it. */
export interface ShownJob extends Job {
  readonly exit: string
  /** How often it was queued again. */
  readonly restarts: number
  /** Seconds until its time limit; null = none. */
  readonly seconds_left: number | null
}

/** One line of `scontrol show job ID --oneliner`; null where it tells of no job. */
export function parseScontrol(text: string): ShownJob | null {
  const field = (name: string) => new RegExp(`(?:^|\\s)${name}=(\\S*)`).exec(text)?.[1] ?? ''
  const [job, array, task] = [field('JobId'), field('ArrayJobId'), field('ArrayTaskId')]
  if (job === '') return null
  const state = field('JobState')
  const id = /^\d+$/.test(task) ? `${array}_${task}` : job
  const exit = exitWords(field('ExitCode'))
  const [limit, run] = [seconds(field('TimeLimit')), seconds(field('RunTime'))]
  const seconds_left = limit === null || run === null ? null : limit - run
  const reason = none(field('Reason'))
  const restarts = Number(field('Restarts') || 0)
  return { id, state, phase: phaseOf(state), reason, comment: '', exit, restarts, seconds_left }
}

/** Of `[DAYS-]HH:MM:SS`; null for UNLIMITED. */
function seconds(time: string): number | null {
  const parts = /^(?:(\d+)-)?(\d+):(\d+):(\d+)$/
    .exec(time)
    ?.slice(1)
    .map((part) => Number(part ?? 0))
  if (parts === undefined) return null
  const [days = 0, hours = 0, minutes = 0, rest = 0] = parts
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest
}

/** `1:0` is exit code 1, `0:9` signal 9. */
function exitWords(code: string): string {
  const [exit = '0', signal = '0'] = code.split(':')
  if (signal !== '0') return `signal ${signal}`
  return exit === '0' ? '' : `exit code ${exit}`
}

function none(word: string): string {
  return word === 'None' || word === '(null)' ? '' : word
}

/** The job that a process belongs to, as squeue writes it; null outside of jobs. */
export function jobIdOf(env: Readonly<Record<string, string | undefined>>): string | null {
  const { SLURM_JOB_ID: job, SLURM_ARRAY_JOB_ID: array, SLURM_ARRAY_TASK_ID: task } = env
  if (array && task) return `${array}_${task}`
  return job || null
}
