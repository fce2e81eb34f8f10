/** A run on the in-memory worker: its journal open and begun, its engine ready. */
import type { Experiment } from '../../src/config/schema.js'
import { Engine } from '../../src/engine/engine.js'
import type { RunFolder } from '../../src/journal/folder.js'
import { Journal } from '../../src/journal/journal.js'
import { plan } from '../../src/plan/plan.js'
import type { Twin } from './memory-worker.js'

export function opened(
  experiment: Experiment,
  folder: RunFolder,
  twin: Twin,
): { engine: Engine; journal: Journal } {
  const steps = plan(experiment)
  const journal = new Journal(folder.journal)
  const { benchmark, recipe, schedule } = experiment
  if (journal.state.run === null)
    journal.append({
      kind: 'run-started',
      name: folder.name,
      recipe: recipe.name,
      benchmark: benchmark.name,
      protocol: benchmark.protocol,
      model: 'memory',
      seed: 0,
      tasks: benchmark.tasks.map((task) => task.name),
      updates: schedule.updates,
      steps: steps.length,
      experiment_digest: '',
    })
  const engine = new Engine({
    experiment,
    plan: steps,
    folder,
    journal,
    launch: twin.launch,
    places: { cacheFolder: folder.path, dataFolder: '' },
  })
  return { engine, journal }
}
