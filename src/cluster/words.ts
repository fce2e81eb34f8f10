/** What Slurm says, as one line that a person can act on. */
import type { Job } from './jobs.js'

/** The last of its own complaints that a job's log holds; Slurm writes there why it ended a job. */
const IN_LOG: readonly (readonly [RegExp, string])[] = [
  [/oom.?kill|out-of-memory handler|Out of memory/i, 'OUT_OF_MEMORY'],
  [/DUE TO TIME LIMIT/, 'TIMEOUT'],
  [/DUE TO NODE FAILURE/, 'NODE_FAIL'],
  [/DUE TO PREEMPTION/, 'PREEMPTED'],
  [/slurmstepd.*CANCELLED AT/, 'CANCELLED'],
]

/** For a job that Slurm has forgotten: how it ended, by its log; null where that says nothing. */
export function stateInLog(log: string): string | null {
  for (const line of log.trimEnd().split('\n').reverse().slice(0, 50))
    for (const [pattern, state] of IN_LOG) if (pattern.test(line)) return state
  return null
}

/** Ends that another try with the same wishes would only repeat. */
export function isHopeless(state: string): boolean {
  return ['OUT_OF_MEMORY', 'FAILED', 'DEADLINE'].includes(state)
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
