/**
 * What `dist/main.js` begins with: Node keeps the compiled program between calls, which is a quarter of a command's
 * processor time. In a folder that is the person's own: what lies there is run, and the cache of data may be shared.
 */
import * as node from 'node:module'
import { join } from 'node:path'

const { XDG_CACHE_HOME: caches, HOME: home } = process.env
const folder = caches || (home && join(home, '.cache'))
if (folder) node.enableCompileCache?.(join(folder, 'zscl', 'node')) // where it cannot, it changes nothing

await import('./main.js')
