/** Ctrl-Z: the terminal as it was for the shell, and the screen again after `fg`. */
import { setTimeout } from 'node:timers/promises'
import { useApp, useInput } from 'ink'
import type { ReactNode } from 'react'

/** A screen whose keyboard is in raw mode gets Ctrl-Z as a key; what the terminal would have done is done here. */
export function Suspendable({ children }: { readonly children: ReactNode }): ReactNode {
  const { suspendTerminal } = useApp()
  useInput((input, key) => {
    if (key.ctrl && input === 'z') suspendTerminal(stopped).catch(() => {}) // it is suspended already
  })
  return children
}

/** Resolves after `fg`; without a shell that could bring it back the system ignores the signal, and it goes on at once. */
async function stopped(): Promise<void> {
  process.kill(0, 'SIGTSTP')
  await setTimeout(100)
}
