/** A form of fields that are typed or stepped through; pure. */
import type { Field } from '../feed.js'

export interface FormState {
  readonly at: number
  readonly values: Readonly<Record<string, string>>
  readonly yaml: boolean
  /** Lines scrolled: of what stands below the fields, or of the YAML. */
  readonly down: number
}

export type FormAction =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'step'; readonly by: number }
  | { readonly kind: 'clear' }
  | { readonly kind: 'yaml' }
  | { readonly kind: 'scroll'; readonly by: number }

export function initialForm(fields: readonly Field[]): FormState {
  return {
    at: 0,
    values: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    yaml: false,
    down: 0,
  }
}

export function reduceForm(fields: readonly Field[]) {
  return (state: FormState, action: FormAction): FormState => {
    const field = fields[state.at]
    const put = (value: string): FormState =>
      field === undefined ? state : { ...state, values: { ...state.values, [field.key]: value } }
    const value = field === undefined ? '' : (state.values[field.key] ?? '')
    switch (action.kind) {
      case 'move':
        return { ...state, at: (state.at + action.by + fields.length) % fields.length, down: 0 }
      case 'type':
        return put(value + action.text)
      case 'erase':
        return put(value.slice(0, -1))
      case 'step': {
        const choices = field?.choices ?? []
        if (choices.length === 0) return state
        const next = (choices.indexOf(value) + action.by + choices.length) % choices.length
        return put(choices[next] ?? value)
      }
      case 'clear':
        return put('')
      case 'yaml':
        return { ...state, yaml: !state.yaml, down: 0 }
      case 'scroll':
        return { ...state, down: Math.max(0, state.down + action.by) }
    }
  }
}
