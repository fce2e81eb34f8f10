/** The paper's reference data: where images and captions lie in the data folder, and where they come from. */
import { join } from 'node:path'

export interface ReferenceData {
  /** Below the data folder. */
  readonly place: string
  readonly source: string
  readonly holds: string
  /** How many images or texts; 0 = as many as could still be had. */
  readonly count: number
  /** Its name in data-sources.yaml. */
  readonly download: string
}

type Sets = Readonly<Record<string, ReferenceData>>

export const paperReferences: { readonly images: Sets; readonly texts: Sets } = {
  images: {
    imagenet: {
      place: join('imagenet', 'train'),
      source: 'https://www.image-net.org (ILSVRC 2012, training images, with an account)',
      holds: 'a folder per class, WNID/*.JPEG',
      count: 1281167,
      download: 'imagenet',
    },
    'conceptual-captions': {
      place: join('conceptual-captions', 'images'),
      source:
        'the addresses in Validation_GCC-1.1.0-Validation.tsv, e.g. with img2dataset (about 13,000 of 15,840 were still there for the paper)',
      holds: 'images, at any depth',
      count: 0,
      download: 'conceptual-captions-images',
    },
  },
  texts: {
    'conceptual-captions': {
      place: join('conceptual-captions', 'Validation_GCC-1.1.0-Validation.tsv'),
      source: 'https://ai.google.com/research/ConceptualCaptions/download (validation split)',
      holds: 'a caption and an address per line',
      count: 15840,
      download: 'conceptual-captions',
    },
  },
}

/** By what `zscl data` calls them. */
export const referenceSets: ReadonlyMap<
  string,
  ReferenceData & { readonly part: 'images' | 'texts' }
> = new Map(
  (['images', 'texts'] as const).flatMap((part) =>
    Object.values(paperReferences[part]).map((one) => [one.download, { ...one, part }] as const),
  ),
)
