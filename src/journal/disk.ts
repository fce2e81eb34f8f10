/** What a disk answers when it takes nothing more, in words. */
import { JournalError } from './errors.js'

/** @returns the error of a disk that is full, or that can no longer be written; any other as it is */
export function diskError(cause: unknown, path: string): unknown {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new JournalError(
        'disk-full',
        `no space left on the disk of ${path}, or the quota is used up. Free up some and try again; nothing written so far is lost.`,
        { cause },
      )
    case 'EROFS':
    case 'EIO':
      return new JournalError(
        'disk-failed',
        `${path} can no longer be written: ${(cause as Error).message}. Fix or remount that disk and try again; nothing flushed so far is lost.`,
        { cause },
      )
    default:
      return cause
  }
}

export function isDiskError(error: unknown): boolean {
  return error instanceof JournalError && ['disk-full', 'disk-failed'].includes(error.code)
}
