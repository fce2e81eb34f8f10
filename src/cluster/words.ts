/** What Slurm says, as one line that a person can act on. */
import type { Job } from './jobs.js'

/** The last of its own complaints that a job's log holds; Slurm writes there why it ended a job. */
const IN_LOG: readonly (readonly [RegExp, string])[] = [
  [/oom.?kill|out-of-memory handler|exceeded .*memory limit|Out of memory/i, 'OUT_OF_MEMORY'],
  [/DUE TO TIME LIMIT/, 'TIMEOUT'],
  [/DUE TO NODE FAILURE/, 'NODE_FAIL'],
  [/DUE TO PREEMPTION/, 'PREEMPTED'],
  [/slurmstepd.*CANCELLED AT/, 'CANCELLED'],
]

/** How a job ended, by its log, which jobs before it may have written as well; null where that says nothing. */
export function stateInLog(log: string, id: string): string | null {
  const lines = log.trimEnd().split('\n').slice(-50)
  const said = lines.map((line) => (isOfAnother(line, id) ? null : complaint(line)))
  const last = said.findLastIndex((state) => state !== null)
  // Where Slurm itself watches the memory it says that first, and then that it cancels the job.
  const isMemory = said[last] === 'CANCELLED' && said.slice(0, last).slice(-3).includes(MEMORY)
  return isMemory ? MEMORY : (said[last] ?? null)
}

const MEMORY = 'OUT_OF_MEMORY'

function complaint(line: string): string | null {
  return IN_LOG.find(([pattern]) => pattern.test(line))?.[1] ?? null
}

/** Tasks of arrays have a log of their own, and Slurm names them there by numbers that nobody else sees. */
function isOfAnother(line: string, id: string): boolean {
  const named = /\b(?:StepId=|JOB )(\d+)/.exec(line)?.[1]
  return named !== undefined && !id.includes('_') && named !== id
}

/** Ends of which Slurm says only that something has killed the job; its log may know more. */
const KILLED = ['JobLaunchFailure', 'signal 9', 'RaisedSignal:9(Killed)']

/** A job that Slurm ended for its memory without saying so: that stands in its log. */
export function isKilled({ state, reason }: Job): boolean {
  return state === 'FAILED' && KILLED.includes(reason)
}

/** Ends that another try with the same wishes would only repeat. */
export function isHopeless(state: string): boolean {
  return [MEMORY, 'FAILED', 'DEADLINE'].includes(state)
}

const ENDS: Readonly<Record<string, string>> = {
  OUT_OF_MEMORY:
    'ran out of memory. Request more (`--slurm memory=…`), or lower `schedule.micro_batch`',
  TIMEOUT:
    'hit its time limit before it could save. Request more (`--slurm time=…`), or an earlier signal (`--slurm signal_time=…`)',
  NODE_FAIL: 'lost its node. Submit it again to resume from its last checkpoint',
  BOOT_FAIL: 'got a node that failed to boot. Submit it again',
  PREEMPTED: 'was preempted. Submit it again to resume from its last checkpoint',
  CANCELLED: 'was cancelled. Submit it again to resume from its last checkpoint',
  DEADLINE: 'reached its deadline',
  GONE: 'has ended; Slurm no longer knows how, and its log does not say. Submit it again to resume from its last checkpoint',
  REVOKED: 'was revoked by Slurm',
}

/** Why a job that ended did not finish its run. */
export function endInWords({ id, state, reason }: Job, log: string): string {
  const why = ENDS[state] ?? `ended as ${state}${reason === '' ? '' : ` (${reason})`}`
  return `job ${id} ${why}. Its log: ${log}`
}

const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/invalid partition/i, 'no such partition, or you may not use it; `sinfo -s` lists them'],
  [
    /invalid account|account.*combination|InvalidAccount/i,
    'no such account, or it may not use this partition; `sacctmgr show associations user=$USER` lists yours',
  ],
  [
    /time limit/i,
    'the requested time is over the limit of the partition; `sinfo -o "%P %l"` shows the limits, `--slurm time=…` requests less',
  ],
  [
    /node configuration is not available|cpu count per node|memory specification/i,
    'no node of the partition has the requested resources; `sinfo -o "%P %c %m %G %f"` shows CPUs, memory, GPUs and features',
  ],
  [/invalid generic resource|gres/i, 'there are no such GPUs; `sinfo -o "%P %G"` shows them'],
  [/invalid feature/i, 'no node has this feature; `sinfo -o "%P %f"` shows them'],
  [
    /submit limit|AssocMax|QOSMax|policy|quota/i,
    'a limit of your account is reached; `squeue --me` lists your jobs. When some have finished, run the same command again',
  ],
  [
    /unable to contact|socket timed out|connection refused|protocol authentication/i,
    'Slurm does not respond. Nothing is lost; try again later',
  ],
]

/** What sbatch refused, with its own words and what to do. */
export function refusalInWords(stderr: string): string {
  const said = stderr
    .split('\n')
    .map((line) => line.replace(/^sbatch: (error: )?/, '').trim())
    .filter(Boolean)
    .join('; ')
  const hint = REFUSALS.find(([pattern]) => pattern.test(stderr))?.[1]
  return `Slurm rejected the job: ${said || 'sbatch says nothing'}.${hint === undefined ? '' : ` That means: ${hint}.`}`
}
