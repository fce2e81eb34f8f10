/** Options of commands that can give their work to a cluster. */
import { type Command, InvalidArgumentError } from 'commander'
import { UsageError } from '../../config/errors.js'
import {
  mergeSlurm,
  readSlurmFile,
  type Slurm,
  slurmFile,
  slurmOf,
} from '../../config/resources.js'
import type { Context } from '../shared/context.js'
import { collect } from '../shared/options.js'

export interface ClusterOptions {
  readonly on?: 'slurm'
  readonly slurm?: readonly string[]
  readonly dataOnNodes?: boolean
}

export function withCluster(command: Command): Command {
  return command
    .option('--on <place>', 'where to run; slurm: submit as a Slurm job', place)
    .option(
      '--slurm <key=value>',
      'job resources: partition, account, time, nodes, gpus, cpus, memory, constraint, …; repeatable',
      collect,
    )
    .option('--data-on-nodes', 'do not check for data and weights on this host; the job checks')
}

function place(value: string): 'slurm' {
  if (value !== 'slurm') throw new InvalidArgumentError('Expected slurm.')
  return value
}

/** @throws UsageError where options do not go together */
export function checkCluster(options: ClusterOptions & { readonly detach?: boolean }): void {
  if (options.on === undefined && options.slurm !== undefined)
    throw new UsageError('`--slurm` sets job resources: it needs `--on slurm`.')
  if (options.on === undefined && options.dataOnNodes)
    throw new UsageError('`--data-on-nodes` makes the job check for data: it needs `--on slurm`.')
  if (options.on !== undefined && options.detach)
    throw new UsageError('`--on slurm` needs no `--detach`: the cluster runs the job.')
}

/** What is asked: the person's file, then what the experiment or sweep says, then `--slurm`. */
export function askedOf(
  { env }: Context,
  written: readonly (Slurm | undefined)[],
  { slurm = [] }: ClusterOptions,
): Slurm {
  return mergeSlurm(readSlurmFile(slurmFile(env)), ...written, slurmOf(slurm))
}
