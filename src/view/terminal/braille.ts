/** A curve in braille dots: two by four to a character. */

/** Bits of a braille character by column and row of its dots. */
export const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const

/**
 * `total` points lie across `width` characters; those that `values` does not reach yet stay empty. Each column of dots
 * runs from the least to the greatest of its values, joined to the column before, so that no spike is lost. The scale is
 * that of the values, or one that several curves share.
 */
export function braille(
  values: readonly number[],
  total: number,
  width: number,
  height: number,
  [low, high]: readonly [number, number] = range(values),
): string[] {
  const rows = height * 4
  const cells = Array.from({ length: height }, () => new Uint8Array(width))
  const rowOf = (value: number) =>
    high === low ? rows >> 1 : Math.round(((high - value) / (high - low)) * (rows - 1))
  let before: readonly [number, number] | null = null
  for (let x = 0; x < width * 2; x++) {
    const at = column(values, x, width * 2, Math.max(total, values.length))
    if (at === null) continue
    const top = rowOf(before === null ? at[1] : Math.max(at[1], before[0]))
    const bottom = rowOf(before === null ? at[0] : Math.min(at[0], before[1]))
    for (let y = top; y <= bottom; y++) cells[y >> 2]![x >> 1]! |= DOTS[(x & 1) as 0 | 1][y & 3]!
    before = at
  }
  return cells.map((row) => String.fromCharCode(...Array.from(row, (bits) => 0x2800 + bits)))
}

/** Least and greatest finite value; 0 and 0 when there is none. */
export function range(values: readonly number[]): [low: number, high: number] {
  return finiteRange(values, 0, values.length) ?? [0, 0]
}

/** Least and greatest of the values in column `x` of `columns`. */
function column(values: readonly number[], x: number, columns: number, total: number) {
  const from = Math.floor((x * total) / columns)
  const to = Math.max(from + 1, Math.floor(((x + 1) * total) / columns))
  return finiteRange(values, from, Math.min(to, values.length))
}

function finiteRange(
  values: readonly number[],
  from: number,
  to: number,
): [low: number, high: number] | null {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return low > high ? null : [low, high]
}
