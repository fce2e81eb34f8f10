/** A table as a parquet file: numbers as doubles, text as UTF-8, empty cells as null. */
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { flattened, type Tabular } from './tabular.js'

export function parquetOf(tabular: Tabular): Uint8Array {
  const { names, rows } = flattened(tabular)
  const columnData = names.map((name, j): ColumnSource => {
    const values = rows.map((row) => row[j] ?? null)
    const isNumber = values.every((value) => typeof value !== 'string')
    return isNumber
      ? { name, data: values, type: 'DOUBLE', nullable: true }
      : {
          name,
          data: values.map((value) => (value === null ? null : String(value))),
          type: 'STRING',
          nullable: true,
        }
  })
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}
