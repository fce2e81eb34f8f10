/** Clearing up behind a failure or at the end. */
import { rmSync } from 'node:fs'

/** Removes what nobody needs any more. That this fails (a disk became read-only) must not hide why one got here. */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // It is left there; whoever comes next removes it, or takes a dead lock over.
  }
}
