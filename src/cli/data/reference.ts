/** `zscl data verify` of a reference set: how many images or texts are there. */
import { runTool, type ToolConfig } from '../../bridge/index.js'
import type { WantedReference } from '../../needs/data.js'

export async function verifiedReference(
  tool: ToolConfig,
  { download: kind, part, path, count: expected }: WantedReference,
) {
  let answer: Record<string, unknown> = {}
  await runTool(tool, 'zscl.references', ['--part', part, '--path', path], (line) => {
    answer = line
  })
  const protocol = `reference ${part}`
  if (answer['result'] !== 'verified')
    return { kind, protocol, summary: 'not readable', problems: [String(answer['message'])] }
  const { count, decoded, problems } = answer as {
    readonly count: number
    readonly decoded: number
    readonly problems: readonly string[]
  }
  const differs = expected > 0 && count !== expected
  const summary = `${count} ${part}${part === 'images' ? `, ${decoded} decoded` : ''}, ${protocol}`
  const wrong = differs ? [`expected ${expected} ${part}, got ${count}`] : []
  return { kind, protocol, summary, problems: [...problems, ...wrong] }
}
