/** All commands. */
import { Command, CommanderError } from 'commander'
import { isInteractive } from '../view/terminal/environment.js'
import { openApp } from './app/app.js'
import { addCache } from './cache.js'
import { addCheck } from './check.js'
import { addJob } from './cluster/job.js'
import { addData } from './data/data.js'
import { addDoctor } from './doctor.js'
import { addFigure } from './figure.js'
import { addInit } from './init/init.js'
import { addEval } from './models/eval.js'
import { addMerge } from './models/merge.js'
import { addRecipes } from './recipes.js'
import { addReport } from './report.js'
import { addResults } from './results.js'
import { addAttach } from './run/attach.js'
import { addDemo } from './run/demo.js'
import { addFork } from './run/fork.js'
import { addRm } from './run/rm.js'
import { addResume, addRun } from './run/run.js'
import { addRunner } from './run/runner.js'
import { addSteering } from './run/steer.js'
import type { Context, ExitCode } from './shared/context.js'
import { version } from './shared/installed.js'
import { addLs, addShow } from './show.js'
import { addSweep } from './sweep/sweep.js'
import { addTable } from './table/table.js'

const description = `Fine-tune CLIP on one task after another without losing its zero-shot ability
(ZSCL, ICCV 2023, arXiv:2303.06628). Start with \`zscl demo\`.`

/** Every command with its options. @param exit is told the exit code of the one that runs */
export function createProgram(context: Context, exit: (code: ExitCode) => void): Command {
  const program = new Command('zscl')
    .description(description)
    .version(version(context.root))
    .showHelpAfterError('(see zscl --help or zscl COMMAND --help)')
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
    .exitOverride()
  program.commandsGroup('Run:')
  addDemo(program, context, exit)
  addRun(program, context, exit)
  addResume(program, context, exit)
  addFork(program, context, exit)
  addRunner(program, context, exit)
  addJob(program, context, exit)
  addAttach(program, context, exit)
  addSteering(program, context, exit)
  addRm(program, context, exit)
  addSweep(program, context, exit)
  program.commandsGroup('Results:')
  addShow(program, context)
  addLs(program, context)
  addResults(program, context)
  addTable(program, context, exit)
  addFigure(program, context)
  addReport(program, context)
  program.commandsGroup('Data:')
  addInit(program, context)
  addData(program, context, exit)
  program.commandsGroup('Models:')
  addEval(program, context)
  addMerge(program, context)
  addRecipes(program, context)
  program.commandsGroup('Maintenance:')
  addCheck(program, context, exit)
  addCache(program, context)
  addDoctor(program, context, exit)
  program.helpCommand(true)
  return program
}

/**
 * Parses the arguments and runs the command.
 * @returns the exit code; errors of commands are thrown
 */
export async function runProgram(context: Context, args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = createProgram(context, (wanted) => {
    code = wanted
  })
  if (args.length === 0) {
    if (isInteractive(context.env, context.stdout, process.stdin)) return openApp(context)
    program.outputHelp({ error: true })
    return 2
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2 // commander has said what is wrong
  }
  return code
}
