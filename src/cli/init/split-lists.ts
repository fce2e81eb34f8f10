/** Files that list the parts of a dataset: `train_test_split.txt`, `meta/test.txt`, `testing_list.txt`, `split_zhou_….json`. */
import { readdirSync } from 'node:fs'
import { partOf } from './words.js'

const LIST = /^([^.].*)\.(txt|lst|list|csv|tsv|json|jsonl|ya?ml|mat|npy|npz|pkl)$/i
const SPLIT = /(^|[^a-z])(splits?|partitions?|k?folds?)($|[^a-z])/i
const WORDS = /(^|[^a-z])(lists?|ids?|idx|indices|index|names?|files?|paths?)(?=$|[^a-z])/gi

/** By their names, in a folder itself. */
export function splitLists(path: string): string[] {
  return readdirSync(path).filter((file) => {
    const stem = LIST.exec(file)?.[1]
    if (stem === undefined) return false
    const part = partOf(stem.replaceAll(WORDS, '$1'))
    return SPLIT.test(stem) || (part?.isPlain === true && part.role !== 'train')
  })
}
