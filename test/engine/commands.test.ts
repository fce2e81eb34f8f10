/** What set-up is told of the tasks to come. */
import { describe, expect, it } from 'vitest'
import { resolve } from '../../src/config/resolve.js'
import { referencesFrom } from '../../src/engine/commands.js'
import { plan } from '../../src/plan/plan.js'

const withImages = (images: object) =>
  plan(
    resolve({ benchmark: 'mini-short', recipe: { base: 'gift', reference: { images } } }, 'here'),
  )

describe('the references that set-up lists', () => {
  it('are those of every task, each once', () => {
    const same = referencesFrom(withImages({ kind: 'folder', path: '/syn', count: 5 }), 0)
    expect(same).toHaveLength(1)
    expect(same[0]).toMatchObject({ images: { path: '/syn', count: 5 }, texts: { kind: 'paired' } })
    const steps = withImages({ kind: 'folder', path: '/{task}_Syn' })
    expect(referencesFrom(steps, 0).map(({ images }) => images.path)).toEqual([
      '/shapes_Syn',
      '/digits_Syn',
    ])
  })

  it('are of the tasks that still train where a run goes on', () => {
    const steps = withImages({ kind: 'folder', path: '/{task}_Syn' })
    const [first, second] = steps.flatMap((step, i) => (step.kind === 'begin-task' ? [i] : []))
    const paths = (index: number) => referencesFrom(steps, index).map(({ images }) => images.path)
    expect(paths(first! + 1)).toEqual(['/shapes_Syn', '/digits_Syn'])
    expect(paths(second!)).toEqual(['/digits_Syn'])
    expect(paths(second! + 1)).toEqual(['/digits_Syn'])
    expect(paths(steps.length)).toEqual([])
  })
})
