/** The one error of the journal: what lies on disk is not what it should be. */

export type JournalErrorCode =
  | 'folder-exists'
  | 'no-such-run'
  | 'in-use'
  | 'unreadable'
  | 'corrupt-journal'
  | 'corrupt-experiment'
  | 'disk-full'
  | 'disk-failed'
  | 'no-checkpoint'
  | 'gone'

export class JournalError extends Error {
  override readonly name = 'JournalError'
  constructor(
    readonly code: JournalErrorCode,
    message: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(message, options)
  }
}
