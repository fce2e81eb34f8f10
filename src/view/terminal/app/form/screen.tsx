/** Begin or fork a run: what people change, checked as it is typed, with the command that does the same. */
import { type Key, useInput } from 'ink'
import { useEffect, useMemo, useReducer, useState } from 'react'
import { commandLine } from '../../../shell.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padEnd,
  shortenLine,
  shortenStart,
  span,
  widthOf,
  wrapped,
} from '../../../span.js'
import { rule } from '../../rule.js'
import type { AppFeed, Checked, Field, Form } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import { type FormAction, type FormState, initialForm, reduceForm } from './state.js'

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
    onKey(input, key, dispatch)
  })
  const body = (size: Size): readonly Line[] =>
    state.yaml ? yamlLines(checked, size) : formLines({ title, fields }, state, checked, size)
  return (
    <Frame
      body={body}
      messages={saidMessages(said)}
      keys={[
        ['↑ ↓', 'field'],
        ['← →', 'choose'],
        ['Ctrl-Y', 'YAML'],
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
      ]}
    />
  )
}

function onKey(input: string, key: Key, dispatch: (action: FormAction) => void): void {
  if (key.upArrow || (key.tab && key.shift)) dispatch({ kind: 'move', by: -1 })
  else if (key.downArrow || key.tab) dispatch({ kind: 'move', by: 1 })
  else if (key.leftArrow) dispatch({ kind: 'step', by: -1 })
  else if (key.rightArrow) dispatch({ kind: 'step', by: 1 })
  else if (key.ctrl && input === 'y') dispatch({ kind: 'yaml' })
  else if (key.backspace || key.delete) dispatch({ kind: 'erase' })
  else if (input !== '' && !key.ctrl && !key.meta)
    dispatch({ kind: 'type', text: input.replaceAll(/[\r\n]+/g, '') }) // as pasted text ends
}

export function formLines(
  { title, fields }: Form,
  state: FormState,
  { problems, command, notes }: Checked,
  { columns, rows }: Size,
): Line[] {
  const label = Math.max(...fields.map(({ title }) => widthOf(title)))
  const room = Math.max(10, Math.min(36, columns - label - 8))
  const lines = fields.map((field, i): Line => {
    const isChosen = i === state.at
    const value = shortenStart(clean(state.values[field.key] ?? ''), room - 2)
    const problem = problems.find((one) => one.field === field.key)
    return [
      span(isChosen ? '› ' : '  ', 'accent', true),
      span(padEnd(field.title, label), undefined, isChosen),
      span('  '),
      isChosen ? span(padEnd(`${value}█`, room), 'accent') : span(padEnd(value, room)),
      ...(problem
        ? [span(`✗ ${clean(problem.message)}`, 'bad')]
        : isChosen
          ? [dim(hintOf(field))]
          : []),
    ]
  })
  const others = problems.filter(({ field }) => !fields.some(({ key }) => key === field))
  const below: Line[] = [
    [],
    rule('The same in a shell', columns),
    ...wrapped(clean(commandLine(command)), columns).map((line): Line => [span(line)]),
    ...others.map(({ message }): Line => [span(`✗ ${clean(message)}`, 'bad')]),
    ...notes.map((note): Line => [dim(note)]),
  ]
  return [[bold(clean(title))], [], ...lines, ...below]
    .slice(0, rows)
    .map((line) => shortenLine(line, columns))
}

function hintOf({ hint, choices }: Field): string {
  return choices.length > 0 ? `${hint}  (← → ${choices.length} choices)` : hint
}

function yamlLines({ yaml }: Checked, { columns, rows }: Size): Line[] {
  const lines = yaml.split('\n').map((line): Line => [span(line)])
  return [[bold('As a file')], [], ...lines]
    .slice(0, rows)
    .map((line) => shortenLine(line, columns))
}
