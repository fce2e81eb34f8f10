import { describe, expect, it } from 'vitest'
import { FolderLooks } from '../../src/cli/app/folder-looks.js'

interface Asked {
  readonly folder: string
  readonly signal: AbortSignal
  readonly answer: (text: string) => void
}

function looking() {
  const asked: Asked[] = []
  const looks = new FolderLooks((words, signal) => {
    const { promise, resolve } = Promise.withResolvers<{ isGood: boolean; text: string }>()
    asked.push({ folder: words[1]!, signal, answer: (text) => resolve({ isGood: true, text }) })
    return promise
  })
  return { asked, looks }
}

describe('the look at a folder in a form', () => {
  it('begins when the folder is asked for again, not while its path is typed', () => {
    const { asked, looks } = looking()
    for (const folder of ['/', '/data', '/data/birds']) expect(looks.of(folder)).toBe(null)
    expect(asked).toEqual([])
    looks.of('/data/birds')
    looks.of('/data/birds')
    expect(asked.map(({ folder }) => folder)).toEqual(['/data/birds'])
  })

  it('is given up for another folder, and its late answer is nobody else’s', async () => {
    const { asked, looks } = looking()
    for (const folder of ['/', '/', '/data', '/data']) looks.of(folder)
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false])
    asked[0]!.answer('the whole disk')
    asked[1]!.answer('one task\nof birds')
    await new Promise(setImmediate)
    expect(looks.of('/data')).toEqual({ isGood: true, lines: ['one task', 'of birds'] })
  })

  it('is new after it was forgotten: the folder may have been mended', async () => {
    const { asked, looks } = looking()
    looks.of('/data')
    looks.of('/data')
    asked[0]!.answer('no images')
    await new Promise(setImmediate)
    looks.forget()
    expect(looks.of('/data')).toBe(null)
  })
})
