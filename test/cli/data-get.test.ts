/** `zscl data get` against a hub on this machine. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { start, workplace } from './support.js'

const folder = workplace()
const REPO = 'timm/oxford-iiit-pet'
const COMMIT = '10b688881011725fa2fa3d856a47536c9a7e6968'
const files = new Map(
  ['train', 'test'].map((split) => [
    `data/${split}-00000-of-00001.parquet`,
    randomBytes(3 * 1024 ** 2),
  ]),
)
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const slow: ServerResponse[] = []
let isSlow = false
let asked: string[] = []

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url!, 'http://here')
  if (pathname.startsWith(`/api/datasets/${REPO}`)) {
    const siblings = [...files].map(([rfilename, { length: size }]) => ({
      rfilename,
      size,
      lfs: { sha256: sha256(files.get(rfilename)!), size, pointerSize: 1 },
    }))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ id: REPO, sha: COMMIT, siblings, private: false }))
    return
  }
  const content = files.get(pathname.split(`${COMMIT}/`)[1] ?? '')
  if (content === undefined) {
    response.writeHead(404, { 'x-error-code': 'RepoNotFound' }).end()
    return
  }
  const first = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
  if (request.method === 'GET') asked.push(`${pathname.split('/').at(-1)} ${first}`)
  response.writeHead(first > 0 ? 206 : 200, {
    etag: `"${sha256(content)}"`,
    'x-repo-commit': COMMIT,
    'x-linked-size': String(content.length),
    'content-length': String(content.length - first),
    ...(first > 0 && {
      'content-range': `bytes ${first}-${content.length - 1}/${content.length}`,
    }),
  })
  if (request.method !== 'GET') response.end()
  else if (isSlow) {
    response.write(content.subarray(first, first + 1024 ** 2))
    slow.push(response)
  } else response.end(content.subarray(first))
}

let server: Server
beforeAll(async () => {
  server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function get(...words: string[]) {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return start(folder, ['data', 'get', ...words], {
    HF_ENDPOINT: endpoint,
    HF_HOME: join(folder, 'hf'),
    HF_HUB_DISABLE_XET: '1',
  })
}

const pets = join(folder, 'data', 'oxford-iiit-pet')

it('leaves nothing half done in its place when it is interrupted, and says that it goes on', async () => {
  isSlow = true
  const running = get('oxford-pets', '--source', REPO)
  while (slow.length === 0) await new Promise((later) => setTimeout(later, 20))
  running.child.kill('SIGINT')
  const { code, stderr } = await running.exit
  expect({ code, stderr }).toMatchObject({ code: 130 })
  expect(stderr).toContain('Interrupted; run the same command again to continue.')
  expect(existsSync(pets)).toBe(false)
  expect(existsSync(join(folder, 'data', '.downloads', 'oxford-pets'))).toBe(true)
  isSlow = false
  asked = []
}, 60_000)

it('fetches a set of the hub from the mirror that HF_ENDPOINT names, shows its licence before, and records it', async () => {
  const { code, stdout, stderr } = await get('oxford-pets', '--source', REPO).exit
  expect(stderr).toContain('oxford-pets: 811 MB; licence: CC BY-SA 4.0')
  expect(stderr).toContain('oxford-pets: done.')
  expect(code).toBe(0)
  expect(stdout).toContain('Verify the download: zscl data verify oxford-pets.')
  for (const [name, content] of files)
    expect(readFileSync(join(pets, 'hub', name)).equals(content)).toBe(true)
  expect(JSON.parse(readFileSync(join(pets, 'zscl-source.json'), 'utf8'))).toMatchObject({
    kind: 'oxford-pets',
    source: REPO,
    files: [{ commit: COMMIT }, {}, {}],
  })
  expect(existsSync(join(folder, 'data', '.downloads'))).toBe(false)
}, 60_000)

it('fetches nothing again that is there', async () => {
  asked = []
  const { code, stderr } = await get('oxford-pets').exit
  expect(code).toBe(0)
  expect(stderr).toMatch(/oxford-pets: already in .*, from timm\/oxford-iiit-pet, \d{4}-\d\d-\d\d/)
  expect(asked).toEqual([])
})

it('ends with 1 and what to do where no source has it', async () => {
  const { code, stderr } = await get('stanford-cars').exit
  expect(code).toBe(1)
  expect(stderr).toContain('stanford-cars: tanganke/stanford_cars does not have it: cannot get')
  expect(stderr).toContain('there is no such dataset at `9abf6cf7d6dfa7b95152a0d6e791ea9435b47a40`')
}, 60_000)
