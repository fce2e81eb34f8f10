/** The folder of the sockets: only this user may enter it, and nobody else can put another in its place. */
import { mkdtempSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { WorkerError } from './worker.js'

const STICKY = 0o1000
const OTHERS_WRITE = 0o022

/** @throws WorkerError where somebody else could rename the folder, or one that it lies in, and put theirs there */
export function privateFolder(): string {
  const place = placeOf()
  const unsafe = foldersTo(place).find(isOpenToOthers)
  if (unsafe !== undefined)
    throw new WorkerError(
      'bad-input',
      `the folder for temporary files, ${place}, is not safe: anyone who may write to ${unsafe} could replace our folder, and read from and control the worker. ` +
        `Use one of your own (\`export TMPDIR=$HOME/tmp\`), or set its sticky bit (\`chmod +t ${unsafe}\`).`,
    )
  return mkdtempSync(join(place, 'zscl-')) // with mode 0700
}

function placeOf(): string {
  const wanted = tmpdir()
  try {
    return realpathSync(wanted)
  } catch (cause) {
    throw new WorkerError(
      'bad-input',
      `the folder for temporary files, ${wanted}, does not exist. Create it, or set TMPDIR to another.`,
      { cause },
    )
  }
}

/** The folder and all that it lies in. */
function foldersTo(path: string): string[] {
  return dirname(path) === path ? [path] : [path, ...foldersTo(dirname(path))]
}

function isOpenToOthers(path: string): boolean {
  const { mode, uid, gid } = statSync(path)
  if ((mode & STICKY) !== 0 || (mode & OTHERS_WRITE) === 0) return false
  // A group of one's own, as most systems give each user, holds nobody else.
  const onlyGroup = (mode & 0o002) === 0
  return !(onlyGroup && uid === process.getuid?.() && gid === process.getgid?.())
}
