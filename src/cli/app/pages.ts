/** The paper's tables and the datasets in the app: commands whose text is shown, and those that are begun for it. */
import { names } from '../../config/catalogue.js'
import { tableNames } from '../../paper/tables.js'
import type { PagesFeed } from '../../view/terminal/app/feed.js'
import { ablations } from '../table/ablation.js'
import type { Background } from './background.js'

type Output = (words: readonly string[]) => Promise<{ readonly text: string }>

export function tablePages(output: Output, background: Background): PagesFeed {
  return pages(output, background, {
    title: 'Tables',
    choices: [...tableNames, ...ablations],
    words: (name) => ['table', name, '--have'],
    actions: [
      { key: 'g', name: 'run what is missing', words: (name) => ['table', name], isAsked: true },
    ],
  })
}

/** Benchmarks that need data from elsewhere. */
export function dataPages(output: Output, background: Background): PagesFeed {
  return pages(output, background, {
    title: 'Data',
    // The paper's first table first.
    choices: names('benchmark')
      .filter((name) => !name.startsWith('mini'))
      .sort((a, b) => Number(b.startsWith('mtil-order')) - Number(a.startsWith('mtil-order'))),
    words: (name) => ['data', 'status', name],
    actions: [
      {
        key: 'g',
        name: 'get what is missing',
        words: (name) => ['data', 'get', name],
        isAsked: true,
      },
      { key: 'v', name: 'verify', words: (name) => ['data', 'verify', name] },
    ],
  })
}

function pages(
  output: Output,
  background: Background,
  of: Omit<PagesFeed, 'show' | 'said' | 'stop'>,
): PagesFeed {
  return {
    ...of,
    show: async (choice) => (await output(of.words(choice))).text.split('\n'),
    said: (choice) =>
      of.actions
        .map(({ words }) => background.said(words(choice)))
        .filter((said) => said !== null)
        .toSorted((one, other) => Number(other.at) - Number(one.at)),
    stop: (words) => background.stop(words),
  }
}
