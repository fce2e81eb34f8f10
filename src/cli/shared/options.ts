/** Options that several commands share. */
import { type Command, InvalidArgumentError } from 'commander'
import { type Devices, devicesOf, devicesText, WANTED } from '../../config/devices.js'
import { LOG_KINDS, type LogKind } from './log.js'

export interface RunsOption {
  readonly runs?: string
}

export interface OutputOptions {
  readonly json?: boolean
  readonly plain?: boolean
  /** False with --no-tensorboard. */
  readonly tensorboard?: boolean
  /** Without a terminal: its hangup is no reason to stop. */
  readonly detached?: boolean
  /** In a job: told twice to end is no impatience. */
  readonly scheduled?: boolean
  /** Clients that get the numbers as well. */
  readonly log?: readonly LogKind[]
  /** In place of the experiment's. */
  readonly devices?: Devices
}

/** For a run that exists: its checkpoints fit any number of devices. */
export function withDevices(command: Command): Command {
  return command.option(
    '--devices <devices>',
    'a number, all, or cuda:0,cuda:2 instead of those it ran on: same updates; results differ by rounding',
    (text) => {
      const devices = devicesOf(text)
      if (devices === null) throw new InvalidArgumentError(`Expected ${WANTED}, with commas.`)
      return devices
    },
  )
}

/** The options again, for a process that goes on with the run. */
export function passedOn({ tensorboard, log = [], devices }: OutputOptions): string[] {
  return [
    ...(tensorboard === false ? ['--no-tensorboard'] : []),
    ...log.flatMap((client) => ['--log', client]),
    ...(devices === undefined ? [] : ['--devices', devicesText(devices)]),
  ]
}

export function withRuns(command: Command): Command {
  return command.option(
    '--runs <dir>',
    'folder that holds the runs (default: $ZSCL_RUNS or ./runs)',
  )
}

export function withOutput(command: Command): Command {
  return command
    .option('--plain', 'timestamped lines instead of the live screen')
    .option('--json', 'one JSON event per line on stdout')
    .option('--no-tensorboard', 'write no TensorBoard files to the run folder')
    .option('--log <client>', 'wandb or mlflow: also log metrics there; repeatable', logKind)
}

function logKind(value: string, earlier: readonly LogKind[] = []): LogKind[] {
  const kind = LOG_KINDS.find((one) => one === value)
  if (kind === undefined) throw new InvalidArgumentError(`Expected ${LOG_KINDS.join(' or ')}.`)
  return [...earlier, kind]
}

export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value]
}

export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > 0xffff_ffff)
    throw new InvalidArgumentError('Expected a whole number from 0 to 4294967295.')
  return value
}
