/** Whether what would be fetched can be fetched, asked before Python's own retries, which take most of a minute. */
import { connect } from 'node:net'
import type { Missing } from './missing.js'

/** An answer comes sooner, or the network is left to those who use it. */
const PATIENCE_MS = 1_500
const NO_WAY = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH'])

/** The same list; what would be fetched from a host that this machine has no way to is fatal in it. */
export function withNetwork(
  missing: readonly Missing[],
  env: NodeJS.ProcessEnv,
): Promise<readonly Missing[]> {
  const asked = new Map<string, Promise<string | null>>()
  return Promise.all(
    missing.map(async (one) => {
      if (one.isFatal || one.fetchedFrom === undefined || hasProxy(env)) return one
      const { origin } = one.fetchedFrom
      if (!asked.has(origin)) asked.set(origin, noWayTo(one.fetchedFrom))
      const reason = await asked.get(origin)
      if (reason === null) return one
      return {
        ...one,
        how: `${origin} cannot be reached (${reason}); ${one.byHand}`,
        isFatal: true,
      }
    }),
  )
}

/** Through one, only who speaks to it can say what it reaches. */
const hasProxy = (env: NodeJS.ProcessEnv) =>
  ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'].some(
    (name) => (env[name] ?? '') !== '',
  )

/** Why a host cannot be reached; null where it can, or where that is not known in time. */
function noWayTo({ hostname, port, protocol }: URL): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (protocol === 'http:' ? 80 : 443),
    })
    const end = (reason: string | null) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(reason)
    }
    const timer = setTimeout(() => end(null), PATIENCE_MS)
    socket.once('connect', () => end(null))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code !== undefined && NO_WAY.has(error.code) ? error.code : null),
    )
  })
}
