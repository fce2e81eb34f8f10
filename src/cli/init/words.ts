/** What people call the parts of a dataset: `train2017`, `Test_Data`, `imagesTs`, `Entraînement`, `测试集`. */

export type Role = 'train' | 'test' | 'validation'

export interface PartName {
  readonly role: Role
  /** What is left without the words of the part: `birds` of `birds_train`; '' where nothing is. */
  readonly stem: string
  /** The same with years, numbers and words like `data`: tells `train2014` from `train2017`. */
  readonly exactStem: string
  /** True for a name that says nothing else: `Test_Data`, `val2017`; not `test_tube`. */
  readonly isPlain: boolean
}

const WORDS: Readonly<Record<Role, string>> = {
  train: `train training trainings trn trainval trainvalid learn lern lernen entrainement apprentissage
    entrenamiento entreno treino treinamento treinar addestramento allenamento trening treningowy treningowe uczacy
    trenink trenovaci traning træning opplæring egitim pelatihan latih huanluyen koulutus antrenare
    обучение обучающая тренировка тренировочная 训练 訓練 学習 トレーニング 훈련 학습 تدريب प्रशिक्षण`,
  test: `test tests testing tst teste testes testi testowy testowe testovaci prueba pruebas essai essais prova prove
    toets pruf prufung prøve uji pengujian kiemtra kiemthu тест тестовая тестирование 测试 測試 テスト 테스트 시험 اختبار परीक्षण`,
  // Measured where there is no test set.
  validation: `val vali valid validation valida dev eval evaluation holdout heldout validacion validacao validazione
    validatie validierung validering walidacja validace dogrulama validasi validare evaluacion evaluierung
    валидация валидационная оценка 验证 驗證 検証 評価 评估 검증 평가 تحقق`,
}

/** Words that say nothing of what the images are. */
const FILLERS = `set sets data dataset datasets ds image images img imgs pic pics picture pictures photo photos
  folder folders dir split splits part parts file files sample samples subset crop crops cropped resized raw clean
  original orig new old final full all my small large big aug augmented x daten bild bilder datos imagenes dados
  imagens dati immagini donnees jeu satz set de for and выборка выборки 集 数据 数据集 图片 图像 データ 画像 セット 데이터 세트 이미지`

/** nnU-Net's `imagesTr` and `imagesTs`: as the last word of several only, for they are codes of languages as well. */
const SHORT: Readonly<Record<string, Role>> = { tr: 'train', ts: 'test', te: 'test' }

const fillers = new Set(listOf(FILLERS))
const roles = new Map(
  Object.entries(WORDS).flatMap(([role, words]) =>
    listOf(words).map((word) => [word, role as Role]),
  ),
)

/** What a name without a part says, as `stem` has it. */
export function stemOf(name: string): string {
  return meaning(chunksOf(name).flatMap(wordsIn)).join(' ')
}

/** The part of a dataset that a folder is called like; null for none, and for both train and test. */
export function partOf(name: string): PartName | null {
  const words = chunksOf(name).flatMap(wordsIn)
  const whole = roleOf(words.join(''))
  const found = whole === null ? words.map((word, i) => roleOf(word) ?? short(words, i)) : [whole]
  const role = only(found.filter((one) => one !== null))
  if (role === null) return null
  const rest = whole === null ? words.filter((_, i) => found[i] === null) : []
  const stem = meaning(rest)
  const numbers = whole === null ? [] : words.filter((word) => /^\d+$/.test(word))
  const isPlain = stem.length === 0 && !(words.length === 1 && words[0]! in SHORT)
  return { role, stem: stem.join(' '), exactStem: [...rest, ...numbers].join(' '), isPlain }
}

/** A name that says nothing but that it is measured with. */
export function isTested(name: string): boolean {
  const part = partOf(name)
  return part?.isPlain === true && part.role !== 'train'
}

/** `cartrain` beside `cartest`: words in one, told only by each other. */
export function fusedParts(names: readonly string[]): ReadonlyMap<string, PartName> {
  const ends = names.flatMap((name) => {
    const plain = plainLetters(name).toLowerCase()
    if (partOf(name) !== null) return []
    return [...roles]
      .filter(([word]) => word.length > 2 && plain.length > word.length)
      .filter(([word]) => plain.endsWith(word))
      .map(([word, role]) => ({ name, role, stem: plain.slice(0, -word.length) }))
  })
  const found = ends.filter(({ role, stem }) =>
    ends.some((two) => two.stem === stem && (two.role === 'train') !== (role === 'train')),
  )
  return new Map(
    found.map(({ name, role, stem }) => [name, { role, stem, exactStem: stem, isPlain: false }]),
  )
}

function chunksOf(name: string): string[] {
  return plainLetters(name)
    .replace(/(hold|held)[^\p{L}\d]?out/giu, '$1out')
    .split(/[^\p{L}\d]+/u)
    .filter((chunk) => chunk !== '')
}

function meaning(words: readonly string[]): string[] {
  return words.filter((word) => !fillers.has(word) && !/^\d+$/.test(word))
}

/** `train_val` is both, to train on; `train_test` holds both, so it is neither. */
function only(found: readonly Role[]): Role | null {
  const has = (role: Role) => found.includes(role)
  if (has('train')) return has('test') ? null : 'train'
  return has('test') ? 'test' : has('validation') ? 'validation' : null
}

function roleOf(word: string): Role | null {
  const exact = roles.get(word)
  if (exact !== undefined) return exact
  for (const [known, role] of roles) {
    if (!word.includes(known)) continue
    const [before, after] = [
      word.slice(0, word.indexOf(known)),
      word.slice(word.indexOf(known) + known.length),
    ]
    // Short fused words are words of their own: `dataval`, but not `devx`.
    const isFilled = (text: string) => text === '' || (text !== 'x' && fillers.has(text))
    if (isFilled(before) && isFilled(after)) return role
  }
  return null
}

function short(words: readonly string[], i: number): Role | null {
  const isLast = i === words.length - 1
  return isLast ? (SHORT[words[i]!] ?? null) : null
}

/** Camel case and digits part words; a chunk that is a word as it stands is left whole. */
function wordsIn(chunk: string): string[] {
  if (roleOf(chunk.toLowerCase()) !== null) return [chunk.toLowerCase()]
  return chunk
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(' ')
}

/** Without accents: `entraînement` and `entrainement` are one word. */
function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

function listOf(words: string): string[] {
  return plainLetters(words).split(/\s+/)
}
