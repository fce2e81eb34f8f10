/** Begin or fork a run: what people change, checked as it is typed, with the command that does the same. */
import { type Key, useInput } from 'ink'
import { useEffect, useMemo, useReducer, useState } from 'react'
import type { Line } from '../../../span.js'
import type { AppFeed } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import { formLines, yamlLines } from './lines.js'
import { type FormAction, initialForm, reduceForm } from './state.js'

/** How soon the form looks again: whether its command is done, or what is being found out is known. */
const AGAIN_MS = 500

export interface FormProps {
  readonly feed: AppFeed
  /** The run that is forked; null: a new one begins. */
  readonly parent: string | null
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  readonly run: (words: readonly string[]) => Promise<boolean>
  /** What the form was about has begun. */
  readonly done: () => void
}

export function FormScreen({ feed, parent, said, back, leave, run, done }: FormProps) {
  const { title, fields } = useMemo(() => feed.form(parent), [feed, parent])
  const [state, dispatch] = useReducer(reduceForm(fields), fields, initialForm)
  const [isBusy, setBusy] = useState(false)
  const [looked, lookAgain] = useReducer((count: number) => count + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what lies on disk may have changed since
  const checked = useMemo(
    () => feed.check(state.values, parent),
    [feed, state.values, parent, looked],
  )
  useEffect(() => {
    if (!checked.again && !(checked.stays && looked > 0)) return
    const timer = setTimeout(lookAgain, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [checked, looked])
  const isReady = checked.problems.length === 0 && checked.waits !== true
  useInput((input, key) => {
    if (key.ctrl && input === 'c') return leave()
    if (key.escape) return state.yaml ? dispatch({ kind: 'yaml' }) : back()
    if (key.return && isReady) {
      if (isBusy) return
      setBusy(true)
      void run(checked.command).then((isGood) => {
        setBusy(false)
        if (checked.stays) lookAgain()
        else if (isGood) done()
      })
      return
    }
    if (key.ctrl && input === 'w' && checked.write !== undefined) return void run(checked.write)
    onKey(input, key, state.yaml, dispatch)
  })
  const body = (size: Size): readonly Line[] =>
    state.yaml
      ? yamlLines(checked, state.down, size)
      : formLines({ title, fields }, state, checked, size)
  return (
    <Frame
      body={body}
      messages={saidMessages(said)}
      isAsked={false}
      keys={[
        [
          'Enter',
          isReady
            ? checked.stays
              ? 'write the file'
              : 'begin'
            : checked.waits
              ? 'not yet'
              : 'not yet: see ✗',
        ],
        ['Esc', 'back'],
        ['↑ ↓', 'field'],
        ['← →', 'choose'],
        ['Ctrl-Y', 'YAML'],
        ...(checked.write === undefined ? [] : [['Ctrl-W', 'only write the file'] as const]),
      ]}
    />
  )
}

function onKey(
  input: string,
  key: Key,
  isYaml: boolean,
  dispatch: (action: FormAction) => void,
): void {
  const by = key.pageDown
    ? 5
    : key.pageUp
      ? -5
      : isYaml && key.downArrow
        ? 1
        : isYaml && key.upArrow
          ? -1
          : 0
  if (by !== 0) dispatch({ kind: 'scroll', by })
  else if (key.ctrl && input === 'u') dispatch({ kind: 'clear' })
  else if (isYaml && !key.ctrl) return
  else if (key.upArrow || (key.tab && key.shift)) dispatch({ kind: 'move', by: -1 })
  else if (key.downArrow || key.tab) dispatch({ kind: 'move', by: 1 })
  else if (key.leftArrow) dispatch({ kind: 'step', by: -1 })
  else if (key.rightArrow) dispatch({ kind: 'step', by: 1 })
  else if (key.ctrl && input === 'y') dispatch({ kind: 'yaml' })
  else if (key.backspace || key.delete) dispatch({ kind: 'erase' })
  else if (input !== '' && !key.ctrl && !key.meta)
    dispatch({ kind: 'type', text: input.replaceAll(/[\r\n]+/g, '') }) // as pasted text ends
}
