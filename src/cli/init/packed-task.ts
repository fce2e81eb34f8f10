/** Tasks that are not folders of classes. */

export interface PackedTask {
  readonly kind: 'saved' | 'table'
  readonly name: string
  /** Relative to the folder: that of the shards, or the table. */
  readonly place: string
  readonly test: string | null
  /** The folder that the paths of a table are relative to, where that is not its own. */
  readonly images?: string | null
  /** It goes before folders of classes that have no test set. */
  readonly isFirm: boolean
  /** What to write beside the place, as YAML. */
  readonly options: Readonly<Record<string, string>>
  /** For a person: what was found. */
  readonly words: string
}

export interface PackedLook {
  readonly tasks: readonly PackedTask[]
  readonly notes: readonly string[]
  /** What could be a test set or something to train on. */
  readonly questions: readonly string[]
  /** Tables that are not taken and say which images are for testing. */
  readonly splits: readonly string[]
  /** What was seen and not taken. */
  readonly left: readonly string[]
}
