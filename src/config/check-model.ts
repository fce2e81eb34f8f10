/** Whether a model and its weights have names that exist. */
import { openClipModels } from './catalogue.js'
import { type Problem, suggestion } from './errors.js'
import type { Model } from './schema.js'

/** The small CLIP that is shipped; it has its own weights. */
const MINI_CLIP = 'mini-clip'

/** Names only: whether files and folders are there and fit is for Python to find out. */
export function checkModel({ name, pretrained }: Model): Problem[] {
  if (name === MINI_CLIP)
    return pretrained === ''
      ? []
      : [{ path: 'model.pretrained', message: '`mini-clip` has its own weights; leave it out.' }]
  const place = /^(local-dir|hf-hub):(.*)/.exec(name)
  if (place !== null) return checkPlace(place[1]!, place[2]!)
  const known = openClipModels()
  const tags = known[name]
  if (tags === undefined)
    return [
      {
        path: 'model.name',
        message:
          `unknown model \`${name}\`.${suggestion(name, [MINI_CLIP, ...Object.keys(known)])} ` +
          `Expected \`${MINI_CLIP}\`, a name of open_clip such as \`ViT-B-16-quickgelu\`, \`local-dir:FOLDER\` or \`hf-hub:NAME\`.`,
      },
    ]
  if (pretrained === '' || /[./\\]/.test(pretrained) || tags.includes(pretrained)) return []
  return [
    {
      path: 'model.pretrained',
      message:
        `unknown weights \`${pretrained}\` of \`${name}\`.${suggestion(pretrained, tags)} ` +
        `Expected ${tags.length > 0 ? `one of ${tags.join(', ')}, or ` : ''}the path of a file.`,
    },
  ]
}

function checkPlace(kind: string, place: string): Problem[] {
  const isOne = kind === 'local-dir' ? place !== '' : /^[\w.-]+\/[\w.-]+(@[\w./-]+)?$/.test(place)
  const expected =
    kind === 'local-dir'
      ? '`local-dir:FOLDER`'
      : '`hf-hub:OWNER/NAME`, as its page of the hub has it'
  return isOne
    ? []
    : [{ path: 'model.name', message: `\`${kind}:${place}\`: expected ${expected}.` }]
}
