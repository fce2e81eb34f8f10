/** The paper's datasets: the folder each unpacks to, its known sizes, and how to get it. */
import { join } from 'node:path'
import type { Dataset } from './dataset.js'
import { type Problem, suggestion, UsageError } from './errors.js'
import { referenceSets } from './paper-references.js'

export interface PaperDataset {
  /** Usual folder name below the data folder. */
  readonly folder: string
  /** 0 = depends on the user's lists. */
  readonly train: number
  readonly test: number
  /** Where it comes from when brought by hand. */
  readonly source: string
  /** What the folder holds when all is in place. */
  readonly layout: string
  /** CoOp's split file, which lies in the folder too; '' = CoOp has none. */
  readonly coop: string
}

type Row = readonly [string, number, number, string, string, string]

const rows: Readonly<Record<string, Row>> = {
  aircraft: [
    'fgvc-aircraft-2013b',
    3334,
    3333,
    'https://www.robots.ox.ac.uk/~vgg/data/fgvc-aircraft/',
    'data/images/*.jpg, data/variants.txt, data/images_variant_{train,test}.txt',
    '',
  ],
  caltech101: [
    'caltech101',
    6941,
    1736,
    'https://data.caltech.edu/records/mzrjq-6wc02',
    '101_ObjectCategories/CLASS/image_0001.jpg',
    'split_zhou_Caltech101.json',
  ],
  cifar10: [
    'cifar-10-batches-py',
    50000,
    10000,
    'https://www.cs.toronto.edu/~kriz/cifar.html',
    'data_batch_1 to data_batch_5, test_batch, batches.meta (the Python version)',
    '',
  ],
  cifar100: [
    'cifar-100-python',
    50000,
    10000,
    'https://www.cs.toronto.edu/~kriz/cifar.html',
    'train, test, meta (the Python version)',
    '',
  ],
  dtd: [
    'dtd',
    1880,
    1880,
    'https://www.robots.ox.ac.uk/~vgg/data/dtd/',
    'dtd/images/CLASS/*.jpg, dtd/labels/{train,test}1.txt',
    'split_zhou_DescribableTextures.json',
  ],
  eurosat: [
    'eurosat',
    21600,
    5400,
    'https://github.com/phelber/eurosat',
    '2750/CLASS/CLASS_1.jpg',
    'split_zhou_EuroSAT.json',
  ],
  flowers102: [
    'flowers-102',
    1020,
    6149,
    'https://www.robots.ox.ac.uk/~vgg/data/flowers/102/',
    'jpg/image_00001.jpg, imagelabels.mat, setid.mat',
    'split_zhou_OxfordFlowers.json',
  ],
  food101: [
    'food-101',
    75750,
    25250,
    'https://data.vision.ee.ethz.ch/cvl/datasets_extra/food-101/',
    'images/CLASS/*.jpg, meta/{train,test}.json',
    'split_zhou_Food101.json',
  ],
  imagenet100: [
    'imagenet',
    0,
    5000,
    'https://www.image-net.org (ILSVRC 2012, with an account), and the lists of the subset',
    'train/WNID/*.JPEG, val/WNID/*.JPEG, train_100.txt, val_100.txt (lines `train/WNID/FILE.JPEG LABEL`)',
    '',
  ],
  mnist: [
    'MNIST',
    60000,
    10000,
    'http://yann.lecun.com/exdb/mnist/',
    'raw/{train,t10k}-{images-idx3,labels-idx1}-ubyte',
    '',
  ],
  'oxford-pets': [
    'oxford-iiit-pet',
    3680,
    3669,
    'https://www.robots.ox.ac.uk/~vgg/data/pets/',
    'images/*.jpg, annotations/{trainval,test}.txt',
    'split_zhou_OxfordPets.json',
  ],
  'stanford-cars': [
    'stanford_cars',
    8144,
    8041,
    'a copy of the original archives (ai.stanford.edu/~jkrause/cars no longer serves them)',
    'cars_train/*.jpg, cars_test/*.jpg, devkit/cars_{meta,train_annos}.mat, cars_test_annos_withlabels.mat',
    'split_zhou_StanfordCars.json',
  ],
  sun397: [
    'SUN397',
    87003,
    21751,
    'https://vision.princeton.edu/projects/2010/SUN/ (SUN397.tar.gz; copies of the Hugging Face hub lack the file names that the split of seed 42 needs)',
    'ClassName.txt, a/abbey/sun_*.jpg and so on',
    'split_zhou_SUN397.json',
  ],
  'tiny-imagenet': [
    'tiny-imagenet-200',
    100000,
    10000,
    'http://cs231n.stanford.edu/tiny-imagenet-200.zip',
    'wnids.txt, words.txt, train/WNID/images/*.JPEG, val/val_annotations.txt, val/images/*.JPEG',
    '',
  ],
}

export const paperDatasets: ReadonlyMap<string, PaperDataset> = new Map(
  Object.entries(rows).map(([kind, [folder, train, test, source, layout, coop]]) => [
    kind,
    { folder, train, test, source, layout, coop },
  ]),
)

/** Where a dataset of this kind lies unless its `root` says otherwise; '' for kinds that have no usual place. */
export function usualRoot(kind: string, dataFolder: string): string {
  const dataset = paperDatasets.get(kind)
  return dataset === undefined ? '' : join(dataFolder, dataset.folder)
}

/** @throws UsageError for a name that is no dataset of the paper. */
export function paperDataset(kind: string): PaperDataset {
  const found = paperDatasets.get(kind)
  if (found !== undefined) return found
  const [known, sets] = [[...paperDatasets.keys()], [...referenceSets.keys()]]
  throw new UsageError(
    `unknown dataset \`${kind}\`.${suggestion(kind, [...known, ...sets])} Known: ${known.join(', ')}; reference sets: ${sets.join(', ')}.`,
  )
}

const COOP = ' with the splits of CoOp'
/** Copies that lack what the paper's split needs, by kind: the file names it is drawn over, or a set of its own for validation. */
const OTHER_SPLITS: ReadonlyMap<string, string> = new Map([
  ['sun397', 'SUN397'],
  ['dtd', 'DTD'],
])
const OTHER_PROMPTS = ' with other prompts'
const OTHER_SHOTS = ' with other shots'
/** Protocols in which class names and templates are the paper's. */
const BENCHMARKS = /^(mtil-authors|cil-authors)/

/** The protocol that is printed with every number, when the splits are not the usual ones. */
export function protocolOf(protocol: string, tasks: readonly Dataset[]): string {
  const differences = [
    ...otherShots(protocol, tasks),
    ...(tasks.some((task) => splitOf(task) === 'coop') ? [COOP] : []),
    ...tasks
      .filter((task) => splitOf(task) === 'hub')
      .map(({ kind }) => ` with another split of ${OTHER_SPLITS.get(kind) ?? kind}`),
    ...(BENCHMARKS.test(protocol) && tasks.some((task) => !('prompts' in task && usual(task)))
      ? [OTHER_PROMPTS]
      : []),
  ]
  return differences.reduce((all, one) => (all.includes(one) ? all : all + one), protocol)
}

/** Fewer training images than the protocol says are part of what made the numbers. */
function otherShots(protocol: string, tasks: readonly Dataset[]): string[] {
  const said = Number(/ with (\d+) shots/.exec(protocol)?.[1] ?? 0)
  const shots = [...new Set(tasks.map((task) => task.shots ?? 0))]
  if (shots.every((one) => one === said) || protocol.includes(OTHER_SHOTS)) return []
  return [said === 0 && shots.length === 1 ? ` with ${shots[0]} shots` : OTHER_SHOTS]
}

/** With the benchmark's own class names and templates. */
function usual(task: Dataset): boolean {
  const chosen = 'prompts' in task && (task.prompts === 'mtil' || task.prompts === 'cil')
  return chosen && task.templates === undefined && task.class_names === undefined
}

/** Numbers of CoOp's splits do not compare with others: where CoOp has a split, all tasks use it or none does. */
export function checkProtocol({ tasks }: { readonly tasks: readonly Dataset[] }): Problem[] {
  const lacking = tasks.filter((task) => splitOf(task) === 'coop' && !hasCoop(task))
  const elsewhere = tasks.filter((task) => splitOf(task) === 'hub' && !OTHER_SPLITS.has(task.kind))
  const at = (task: Dataset, message: string): Problem => ({
    path: `benchmark.tasks[${tasks.indexOf(task)}].split`,
    message,
  })
  const found = [
    ...elsewhere.map((task) =>
      at(
        task,
        `\`hub\` is the split of a copy of ${[...OTHER_SPLITS.keys()].join(' or ')}; \`${task.kind}\` has its own wherever it comes from. Leave \`split\` out.`,
      ),
    ),
    ...lacking.map((task) =>
      at(
        task,
        `CoOp publishes no split of \`${task.kind}\`. Leave \`split\` out for the dataset's own.`,
      ),
    ),
  ]
  const choosing = tasks.filter((task) => hasCoop(task) && splitOf(task) !== 'hub')
  const other = choosing.find((task) => splitOf(task) !== splitOf(choosing[0]!))
  if (other === undefined) return found
  const first = choosing[0]!
  return [
    ...found,
    {
      path: `benchmark.tasks[${tasks.indexOf(other)}].split`,
      message: `two protocols are mixed: expected the split of \`${first.name}\`, \`${splitOf(first) || "the dataset's own"}\`.`,
    },
  ]
}

function splitOf(task: Dataset): string {
  return ('split' in task ? task.split : undefined) ?? ''
}

function hasCoop({ kind }: Dataset): boolean {
  return Boolean(paperDatasets.get(kind)?.coop)
}
