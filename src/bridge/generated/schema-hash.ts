/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '4fa8bd2011b221bc917fe38b5c7865ffd211e77d415fc662540e1882c58d8d14'
